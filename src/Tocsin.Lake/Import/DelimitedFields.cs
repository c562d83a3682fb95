using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>A row of a delimited file under its header. One instance serves row after row.</summary>
internal sealed class DelimitedFields(Header header) : Fields
{
    private readonly Dictionary<string, int> _columns = Columns(header);
    private readonly DelimitedRow _row = new();
    private ReadOnlyMemory<byte> _raw;

    public override ReadOnlyMemory<byte> Raw => _raw;

    public override IEnumerable<string> Names => header.Names;

    public int Count => _row.Count;

    public int Width => header.Names.Count;

    public void Load(ReadOnlyMemory<byte> raw, long line)
    {
        (_raw, Line) = (raw, line);
        _row.Split(raw, header.Delimiter);
    }

    public override bool Has(string name) => _columns.ContainsKey(name);

    public override string? Text(string name)
    {
        if (!_columns.TryGetValue(name, out var column) || column >= _row.Count)
            return null;
        var text = _row.Text(column);
        return text.Length == 0 ? null : text.Replace('\0', '\uFFFD');
    }

    public override IEnumerable<string> List(string name) => Text(name) is { } text ? ListCell.Split(text) : [];

    private static Dictionary<string, int> Columns(Header header)
    {
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < header.Names.Count; i++)
            columns.TryAdd(header.Names[i], i);
        return columns;
    }
}
