namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// Rows of CSV, TSV and their like (RFC 4180; the delimiter is the most frequent of comma, tab, semicolon and bar in the
/// header). A quote that is never closed costs its own row only: that row is rejected and reading goes on at the next
/// line; within what was searched for the closing quote, quotes no longer span lines, so that reading stays linear.
/// </summary>
internal sealed class DelimitedReader : IRecordReader
{
    private const string Unclosed = "a quote is opened and never closed";
    private readonly ImportLimits _limits;
    private readonly ByteWindow _window;
    private long _line;
    private long _position;
    private long _singleLinesUntil;

    public DelimitedReader(Stream stream, ImportLimits limits)
    {
        _limits = limits;
        _window = new ByteWindow(stream, limits.RecordBytes);
        Header = ReadHeader();
    }

    public Header? Header { get; }

    public bool Fill(RecordBlock block)
    {
        var before = block.Slices.Count;
        while (block.HasRoom && ReadRow(block))
        {
        }
        return block.Slices.Count > before;
    }

    public void Dispose() => _window.Dispose();

    private bool ReadRow(RecordBlock block)
    {
        var (end, closed) = FindEnd(_position < _singleLinesUntil);
        var unread = _window.Unread;
        if (unread.IsEmpty)
            return false;
        if (!closed)
            return RejectLine(block);
        var row = unread[..end].TrimEnd("\r\n"u8);
        if (!row.Trim(" \t"u8).IsEmpty)
            block.Add(row, _line + 1);
        Advance(end);
        return true;
    }

    /// <summary>Where the row ends, its line ending included, and whether it does so outside quotes and within the limit.</summary>
    private (int End, bool Closed) FindEnd(bool singleLine)
    {
        var quotes = new QuoteTracker(Header?.Delimiter);
        var scanned = 0;
        while (true)
        {
            var unread = _window.Unread;
            while (scanned < unread.Length)
            {
                var at = unread[scanned..].IndexOfAny((byte)'\n', (byte)'"');
                if (at < 0)
                    break;
                scanned += at + 1;
                if (unread[scanned - 1] == '"')
                    quotes.See(unread, scanned - 1);
                else if (!quotes.Open || singleLine)
                    return (scanned, !quotes.Open);
            }
            scanned = unread.Length;
            if (!_window.More())
                return (scanned, !quotes.Open && !_window.Full);
        }
    }

    private bool RejectLine(RecordBlock block)
    {
        var searched = _window.Unread.Length;
        var at = _window.Unread.IndexOf((byte)'\n');
        _singleLinesUntil = Math.Max(_singleLinesUntil, _position + searched);
        if (at >= 0)
        {
            block.AddBroken(Unclosed, _window.Unread[..at], _line + 1, at);
            Advance(at + 1);
            return true;
        }
        SkipLine(block);
        return true;
    }

    private void SkipLine(RecordBlock block)
    {
        var start = _window.Unread[..Math.Min(_window.Unread.Length, _limits.RejectBytes)].ToArray();
        var reason = _window.Full ? LineReader.TooLong(_limits) : Unclosed;
        var (line, from) = (_line + 1, _position);
        var at = -1;
        while (at < 0)
        {
            at = _window.Unread.IndexOf((byte)'\n');
            Advance(at < 0 ? _window.Unread.Length : at + 1);
            if (at < 0 && !_window.More())
                break;
        }
        block.AddBroken(reason, start, line, _position - from);
    }

    private Header ReadHeader()
    {
        SkipBlankLines();
        var (end, closed) = FindEnd(singleLine: true);
        var row = _window.Unread[..(closed ? end : 0)].TrimEnd("\r\n"u8);
        var delimiter = MostFrequent(row);
        var names = new List<string>();
        var fields = new DelimitedRow();
        if (!row.IsEmpty && System.Text.Unicode.Utf8.IsValid(row))
        {
            fields.Split(row.ToArray(), delimiter);
            for (var i = 0; i < fields.Count && fields.IsClean; i++)
                names.Add(fields.Text(i).Trim());
        }
        Advance(row.IsEmpty ? 0 : end);
        return new Header(names, delimiter);
    }

    private void SkipBlankLines()
    {
        do
        {
            var at = _window.Unread.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            Advance(at < 0 ? _window.Unread.Length : at);
        }
        while (_window.Unread.IsEmpty && _window.More());
    }

    private static byte MostFrequent(ReadOnlySpan<byte> row)
    {
        var best = (byte)',';
        foreach (var candidate in ",\t;|"u8)
        {
            if (row.Count(candidate) > row.Count(best))
                best = candidate;
        }
        return best;
    }

    private void Advance(int count)
    {
        _line += _window.Unread[..count].Count((byte)'\n');
        _position += count;
        _window.Advance(count);
    }
}

/// <summary>
/// Follows quotes through a row. A quote opens at the start of a field only, so <c>5" screen</c> is text;
/// a doubled quote inside a quoted field closes and opens it again.
/// </summary>
internal struct QuoteTracker(byte? delimiter)
{
    private int _closedAt = -2;

    public bool Open { get; private set; }

    public void See(ReadOnlySpan<byte> row, int at)
    {
        if (Open)
        {
            _closedAt = at;
            Open = false;
        }
        else
        {
            Open = at == 0 || _closedAt == at - 1 || IsDelimiter(row[at - 1]);
        }
    }

    private readonly bool IsDelimiter(byte value) =>
        delimiter is { } known ? value == known : ",\t;|"u8.Contains(value);
}
