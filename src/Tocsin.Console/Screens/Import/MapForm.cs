using System.Text;
using Microsoft.Extensions.Primitives;
using Tocsin.Core;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Console.Screens.Import;

/// <summary>How an upload is to be read, as the address of its page says it: a format, or a map by fields, or a map as written.</summary>
/// <param name="Format">Name of a format; null to find it.</param>
/// <param name="Platform">Platform of all events; null to take it from the file.</param>
/// <param name="Fields">Event part → field, for what was chosen.</param>
/// <param name="TimeFormat">How times are written; null for ISO 8601 and Unix times.</param>
/// <param name="Zone">Time zone of times that name none; null for UTC.</param>
/// <param name="Written">A map's YAML; it goes before the fields.</param>
public sealed record MapForm(string? Format, string? Platform, IReadOnlyDictionary<string, string> Fields, string? TimeFormat, string? Zone, string? Written)
{
    public const string Generic = "generic";
    private const string FieldPrefix = "f.";

    /// <summary>Event parts that the page offers, the needed ones first.</summary>
    public static IReadOnlyList<string> Parts { get; } =
        [.. new[] { "account", "time", "id", "text", "handle", "name" }.Concat(EventMap.Parts).Distinct()];

    /// <summary>Whether fields are mapped, and not a format's.</summary>
    public bool IsMapped => Format == Generic || Written is not null;

    public static MapForm Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var given = values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).ToDictionary(value => value.Key, value => value.Value.ToString().Trim());
        var fields = given.Where(value => value.Key.StartsWith(FieldPrefix, StringComparison.Ordinal) && Parts.Contains(value.Key[FieldPrefix.Length..]))
            .ToDictionary(value => value.Key[FieldPrefix.Length..], value => value.Value);
        return new(
            given.GetValueOrDefault("format"), given.GetValueOrDefault("platform"), fields,
            given.GetValueOrDefault("timeFormat"), given.GetValueOrDefault("zone"), given.GetValueOrDefault("map"));
    }

    /// <summary>The map in force; null where a format reads the file.</summary>
    /// <param name="suggested">The map guessed from the file; used while no field was chosen.</param>
    public string? Yaml(string? suggested) => Written ?? (!IsMapped ? null : Fields.Count == 0 ? suggested : FromFields());

    /// <summary>How to look at the file, or to import it.</summary>
    /// <exception cref="Problem">The map is none.</exception>
    public ImportOptions Options(string name, string? suggested)
    {
        var yaml = Yaml(suggested);
        return new()
        {
            Called = name,
            Format = yaml is null && !IsMapped ? Format : null,
            Map = yaml is null ? null : EventMap.Parse(yaml, "the map"),
            Platform = Platform,
        };
    }

    /// <summary>Which field a part takes, for the selects: as chosen, else as guessed.</summary>
    public string? FieldOf(string part, string? suggested)
    {
        if (Fields.Count > 0 || Written is not null || suggested is null) return Fields.GetValueOrDefault(part);
        var line = suggested.Split('\n').FirstOrDefault(line => line.StartsWith($"  {part}: ", StringComparison.Ordinal));
        return line?[(part.Length + 4)..].Trim().Trim('\'').Replace("''", "'");
    }

    private string FromFields()
    {
        var yaml = new StringBuilder("fields:\n");
        foreach (var part in Parts.Where(Fields.ContainsKey)) yaml.Append("  ").Append(part).Append(": ").Append(Quoted(Fields[part])).Append('\n');
        if (TimeFormat is not null) yaml.Append("time:\n  format: ").Append(Quoted(TimeFormat)).Append("\n  zone: ").Append(Quoted(Zone ?? "UTC")).Append('\n');
        return yaml.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''").ReplaceLineEndings(" ")}'";
}
