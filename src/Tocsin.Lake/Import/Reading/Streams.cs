namespace Tocsin.Lake.Import.Reading;

/// <summary>Passes reads through; base of the streams that count, bound or prefix what is read.</summary>
internal abstract class ReadThrough(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>How many bytes were read, asked for from any thread.</summary>
internal sealed class Meter
{
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Add(int count) => Interlocked.Add(ref _bytes, count);
}

/// <summary>Counts the bytes read.</summary>
internal sealed class MeteredStream(Stream inner, Meter meter) : ReadThrough(inner)
{
    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        meter.Add(read);
        return read;
    }
}

/// <summary>Gives back bytes that were looked at before the rest of the stream.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream inner) : ReadThrough(inner)
{
    private ReadOnlyMemory<byte> _left = prefix;

    public override int Read(Span<byte> buffer)
    {
        if (_left.IsEmpty)
            return base.Read(buffer);
        var count = Math.Min(buffer.Length, _left.Length);
        _left.Span[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }
}

/// <summary>Ends after <paramref name="most"/> bytes, however long the stream goes on.</summary>
internal sealed class CappedStream(Stream inner, long most) : ReadThrough(inner)
{
    private long _left = most;

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }
}

/// <summary>Stops a source that unpacks to much more than it is.</summary>
internal sealed class ExpansionGuard(Stream unpacked, Func<long> packed, ImportLimits limits) : ReadThrough(unpacked)
{
    private long _unpacked;

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        _unpacked += read;
        if (_unpacked > limits.ExpansionFree && _unpacked / limits.ExpansionRatio > packed())
            throw new InvalidDataException($"it unpacks to more than {limits.ExpansionRatio} times its size, as a decompression bomb does");
        return read;
    }
}
