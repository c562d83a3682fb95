using System.Buffers;
using System.Text;

namespace Tocsin.Lake.Import.Reading;

/// <summary>A run of records copied out of a source, so that they can be parsed elsewhere. The buffer is pooled.</summary>
internal sealed class RecordBlock(ImportLimits limits) : IDisposable
{
    private const int TargetBytes = 512 << 10;
    private const int TargetRecords = 4096;
    private readonly List<RecordSlice> _slices = new(1024);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(TargetBytes + (64 << 10));
    private int _used;

    public bool HasRoom => _used < TargetBytes && _slices.Count < TargetRecords;

    public IReadOnlyList<RecordSlice> Slices => _slices;

    public ReadOnlyMemory<byte> Bytes(RecordSlice slice) => _buffer.AsMemory(slice.Offset, slice.Length);

    public void Add(ReadOnlySpan<byte> record, long line, Envelope? envelope = null)
    {
        Reserve(record.Length);
        record.CopyTo(_buffer.AsSpan(_used));
        _slices.Add(new RecordSlice(_used, record.Length, line, envelope, null));
        _used += record.Length;
    }

    /// <summary>A record that could not be cut out; <paramref name="length"/> is -1 when its end was not seen.</summary>
    public void AddBroken(string reason, ReadOnlySpan<byte> start, long line, long length) =>
        _slices.Add(new RecordSlice(0, 0, line, null, Reject(reason, start, line, length)));

    public Reject Reject(string reason, ReadOnlySpan<byte> record, long line, long length) =>
        new(line, reason, Encoding.UTF8.GetString(record[..Math.Min(record.Length, limits.RejectBytes)]).Replace('\0', '\uFFFD'), length);

    /// <summary>Takes the first records out again: an earlier run has done them.</summary>
    public void DropFirst(int count) => _slices.RemoveRange(0, count);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int count)
    {
        if (_used + count <= _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_used + count, _buffer.Length * 2));
        _buffer.AsSpan(0, _used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

/// <summary>Where one record lies in its block. <c>Broken</c> is set when it could not be cut out of the source.</summary>
internal readonly record struct RecordSlice(int Offset, int Length, long Line, Envelope? Envelope, Reject? Broken);

/// <summary>The plain values of the JSON object whose array a record stands in (a Telegram chat's id and name).</summary>
internal sealed record Envelope(IReadOnlyDictionary<string, string> Values);

/// <summary>Cuts a source into records, in order, in bounded memory.</summary>
internal interface IRecordReader : IDisposable
{
    /// <summary>Column names when the source has a header; null when every record names its own fields.</summary>
    Header? Header { get; }

    /// <summary>Adds records until the block has no room; false when the source is at its end and nothing was added.</summary>
    bool Fill(RecordBlock block);
}

/// <summary>The first row of a delimited file.</summary>
internal sealed record Header(IReadOnlyList<string> Names, byte Delimiter);
