using System.Globalization;
using System.Text.Json;
using Tocsin.Console.Layout.Reading;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>A value of a query's answer as people read it.</summary>
internal static class SqlCell
{
    private const int Longest = 400;

    public static bool IsNumber(string type) => type.Contains("INT", StringComparison.Ordinal) && type != "INTERVAL" || type is "DOUBLE" or "FLOAT" || type.StartsWith("DECIMAL", StringComparison.Ordinal);

    public static bool IsTime(string type) => type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || type == "DATE";

    public static string? Class(object? value, string type) => value is null ? "null" : IsNumber(type) ? "number" : null;

    /// <summary>Times without the T and Z of machines; addresses defanged; what hides made visible.</summary>
    public static string Shown(object? value, string type = "") => value switch
    {
        null => "null",
        string time when IsTime(type) => time.Replace('T', ' ').TrimEnd('Z'),
        string text => Visible.Text(Defanging.Text(text.Length > Longest ? text[..Longest] + "…" : text)),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Shown(JsonSerializer.Serialize(value)),
    };
}
