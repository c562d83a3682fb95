using System.Buffers;

namespace Tocsin.Cli.Frame;

/// <summary>Rows as RFC 4180 has them, but with line feeds.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static void WriteRow(TextWriter writer, params IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) writer.Write(',');
            writer.Write(Cell(cell ?? ""));
            first = false;
        }
        writer.Write('\n');
    }

    private static string Cell(string text) => text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
