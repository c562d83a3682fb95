using System.Buffers;
using System.Runtime.CompilerServices;
using Tocsin.Lake.Import.Ingest;

namespace Tocsin.Console.Api.Ingest;

/// <summary>Cuts a request's body into lines as it arrives, in a buffer of fixed size. Of a line that is too long only the beginning is kept.</summary>
internal sealed class LineBody(Stream body, int lineBytes)
{
    private const int KeptOfTooLong = 4 << 10;
    private readonly List<IngestLine> _lines = [];
    private byte[] _head = [];
    private long _skipped;
    private long _number;

    /// <summary>Runs of lines; each is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IngestLine>> RunsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * lineBytes);
        try
        {
            var (filled, ended) = (0, false);
            while (!ended)
            {
                var read = await body.ReadAtLeastAsync(buffer.AsMemory(filled), buffer.Length - filled, throwOnEndOfStream: false, cancel);
                ended = filled + read < buffer.Length;
                filled += read;
                _lines.Clear();
                var used = Cut(buffer.AsMemory(0, filled), ended);
                if (_lines.Count > 0) yield return _lines;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Takes whole lines out of what has arrived.</summary>
    /// <returns>How many bytes are done with.</returns>
    private int Cut(ReadOnlyMemory<byte> arrived, bool ended)
    {
        var used = 0;
        while (used < arrived.Length)
        {
            var rest = arrived[used..];
            var end = rest.Span.IndexOf((byte)'\n');
            if (end < 0 && !ended) return used > 0 && _skipped == 0 ? used : used + Skip(rest);
            Add(end < 0 ? rest : rest[..end]);
            used += end < 0 ? rest.Length : end + 1;
        }
        if (ended && _skipped > 0) Add(default);
        return used;
    }

    private void Add(ReadOnlyMemory<byte> line)
    {
        _number++;
        _lines.Add(_skipped > 0 ? new(_number, _head, _skipped + line.Length) : new(_number, line, line.Length));
        (_head, _skipped) = ([], 0);
    }

    /// <summary>A line that fills the buffer without an end: its beginning is remembered, the rest is passed over.</summary>
    private int Skip(ReadOnlyMemory<byte> part)
    {
        if (_skipped == 0) _head = part[..Math.Min(part.Length, KeptOfTooLong)].ToArray();
        _skipped += part.Length;
        return part.Length;
    }
}
