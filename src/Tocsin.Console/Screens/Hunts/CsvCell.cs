using System.Buffers;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>A value as a cell of CSV (RFC 4180) that no spreadsheet takes for a formula.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> BeginFormulas = SearchValues.Create("=+-@\t\r");

    public static string Of(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        // Texts come from outside: an apostrophe keeps =HYPERLINK(…) and the like from being run where the file is opened.
        var safe = BeginFormulas.Contains(value[0]) && !double.TryParse(value, out _) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
