using System.Buffers;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// A stream seen through a buffer that grows to hold one record and no further: at most
/// <paramref name="limit"/> bytes, plus one read.
/// </summary>
internal sealed class ByteWindow(Stream stream, int limit) : IDisposable
{
    private const int ReadSize = 256 << 10;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2 * ReadSize);
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>What was read and not yet consumed.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether the unread bytes alone exceed what one record may have.</summary>
    public bool Full => _end - _start > limit;

    public void Advance(int count) => _start += count;

    /// <summary>Reads more behind the unread bytes; false at the end of the stream or when <see cref="Full"/>.</summary>
    public bool More()
    {
        if (_ended || Full)
            return false;
        MakeRoom();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        stream.Dispose();
    }

    private void MakeRoom()
    {
        if (_buffer.Length - _end >= ReadSize)
            return;
        var unread = Unread;
        if (_buffer.Length - unread.Length >= ReadSize)
        {
            unread.CopyTo(_buffer);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent((_buffer.Length * 2) + ReadSize);
            unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        (_start, _end) = (0, unread.Length);
    }
}
