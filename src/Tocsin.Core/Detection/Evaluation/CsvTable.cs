using System.Text;

namespace Tocsin.Core.Detection.Evaluation;

/// <summary>Small CSV files with a header (RFC 4180: quoted fields may hold commas, quotes and line ends), read whole.</summary>
internal sealed class CsvTable
{
    private readonly string _where;
    private readonly List<string> _header;
    private readonly List<List<string>> _rows;

    private CsvTable(string where, List<string> header, List<List<string>> rows) => (_where, _header, _rows) = (where, header, rows);

    public int Count => _rows.Count;

    /// <summary>Reads it all; <paramref name="where"/> is the file's name, for messages.</summary>
    /// <exception cref="Problem">There is no header.</exception>
    public static CsvTable Read(TextReader reader, string where)
    {
        var rows = Rows(reader).ToList();
        if (rows.Count == 0) throw new Problem("The file is empty", where, "the first line names the columns");
        return new(where, rows[0].ConvertAll(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant()), rows[1..]);
    }

    /// <summary>The column's values; where a row is short, or an optional column missing, empty.</summary>
    /// <exception cref="Problem">A required column is missing.</exception>
    public IReadOnlyList<string> Column(string name, bool required)
    {
        var at = _header.IndexOf(name);
        if (at < 0 && required) throw new Problem($"There is no column “{name}”", _where, $"the columns are: {string.Join(", ", _header)}");
        return _rows.ConvertAll(row => at >= 0 && at < row.Count ? row[at] : "");
    }

    /// <summary>Where a row is, for messages.</summary>
    public string At(int row) => $"{_where}, row {row + 2}";

    public static string Line(params IReadOnlyList<string> fields) => string.Join(',', fields.Select(Quote));

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<List<string>> Rows(TextReader reader)
    {
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            var letter = (char)next;
            if (quoted && letter != '"') field.Append(letter);
            else if (quoted && reader.Peek() == '"') field.Append((char)reader.Read());
            else if (quoted) quoted = false;
            else if (letter == '"') quoted = true;
            else if (letter == ',') End(row, field);
            else if (letter == '\n')
            {
                End(row, field);
                if (row is not [""]) yield return row;
                row = [];
            }
            else if (letter != '\r') field.Append(letter);
        }

        if (field.Length == 0 && row.Count == 0) yield break;
        End(row, field);
        yield return row;
    }

    private static void End(List<string> row, StringBuilder field)
    {
        row.Add(field.ToString());
        field.Clear();
    }
}
