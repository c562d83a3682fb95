using System.Text;

namespace Tocsin.Lake.Import.Reading;

/// <summary>The fields of one delimited row, found without copying and decoded when asked for. Reused from row to row.</summary>
internal sealed class DelimitedRow
{
    private readonly List<(int Start, int Length, bool Quoted)> _fields = [];
    private ReadOnlyMemory<byte> _row;

    public int Count => _fields.Count;

    /// <summary>Whether nothing stood between a closing quote and the next delimiter. What did is left out of the field.</summary>
    public bool IsClean { get; private set; }

    public void Split(ReadOnlyMemory<byte> row, byte delimiter)
    {
        (_row, IsClean) = (row, true);
        _fields.Clear();
        var bytes = row.Span;
        var at = 0;
        while (at <= bytes.Length)
            at = at < bytes.Length && bytes[at] == '"' ? Quoted(bytes, at, delimiter) : Plain(bytes, at, delimiter);
    }

    public string Text(int index)
    {
        var (start, length, quoted) = _fields[index];
        var text = Encoding.UTF8.GetString(_row.Span.Slice(start, length));
        return quoted ? text.Replace("\"\"", "\"") : text;
    }

    private int Plain(ReadOnlySpan<byte> bytes, int at, byte delimiter)
    {
        var length = bytes[at..].IndexOf(delimiter);
        if (length < 0)
            length = bytes.Length - at;
        _fields.Add((at, length, false));
        return at + length + 1;
    }

    private int Quoted(ReadOnlySpan<byte> bytes, int at, byte delimiter)
    {
        var end = at + 1;
        while (end < bytes.Length && (bytes[end] != '"' || (end + 1 < bytes.Length && bytes[end + 1] == '"')))
            end += bytes[end] == '"' ? 2 : 1;
        end = Math.Min(end, bytes.Length);
        _fields.Add((at + 1, end - at - 1, true));
        end = Math.Min(end + 1, bytes.Length);
        var rest = bytes[end..].IndexOf(delimiter);
        IsClean &= rest == 0 || end == bytes.Length;
        return rest < 0 ? bytes.Length + 1 : end + rest + 1;
    }
}
