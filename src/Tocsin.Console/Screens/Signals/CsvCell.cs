namespace Tocsin.Console.Screens.Signals;

/// <summary>A cell of a CSV (RFC 4180). Text from outside that a spreadsheet would run as a formula is told apart by a leading apostrophe.</summary>
internal static class CsvCell
{
    public static string Of(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
