namespace Tocsin.Lake.Import.Reading;

/// <summary>One record per line; blank lines are none. A line over the limit is rejected and reading goes on behind it.</summary>
internal sealed class LineReader(Stream stream, ImportLimits limits) : IRecordReader
{
    private readonly ByteWindow _window = new(stream, limits.RecordBytes);
    private long _line;

    public Header? Header => null;

    public bool Fill(RecordBlock block)
    {
        var before = block.Slices.Count;
        while (block.HasRoom && ReadLine(block))
        {
        }
        return block.Slices.Count > before;
    }

    public void Dispose() => _window.Dispose();

    private bool ReadLine(RecordBlock block)
    {
        var scanned = 0;
        while (true)
        {
            var unread = _window.Unread;
            var at = unread[scanned..].IndexOf((byte)'\n');
            if (at >= 0)
                return Take(block, scanned + at, 1);
            scanned = unread.Length;
            if (_window.More())
                continue;
            if (_window.Full)
                return SkipLine(block);
            return !_window.Unread.IsEmpty && Take(block, _window.Unread.Length, 0);
        }
    }

    private bool Take(RecordBlock block, int length, int ending)
    {
        _line++;
        var line = _window.Unread[..length].Trim(" \t\r"u8);
        if (line.Length > limits.RecordBytes)
            block.AddBroken(TooLong(limits), line, _line, line.Length);
        else if (!line.IsEmpty)
            block.Add(line, _line);
        _window.Advance(length + ending);
        return true;
    }

    private bool SkipLine(RecordBlock block)
    {
        _line++;
        var start = _window.Unread[..limits.RejectBytes].ToArray();
        var length = 0L;
        var at = -1;
        while (at < 0)
        {
            var unread = _window.Unread;
            at = unread.IndexOf((byte)'\n');
            var step = at < 0 ? unread.Length : at;
            length += step;
            _window.Advance(at < 0 ? step : step + 1);
            if (at < 0 && !_window.More())
                break;
        }
        block.AddBroken(TooLong(limits), start, _line, length);
        return true;
    }

    internal static string TooLong(ImportLimits limits) => $"the record is longer than {limits.RecordBytes:N0} bytes";
}
