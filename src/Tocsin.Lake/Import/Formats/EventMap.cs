using Tocsin.Core;
using Tocsin.Core.Events;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Tocsin.Lake.Import.Formats;

/// <summary>What a map.yaml says: which fields of a source are which parts of an event.</summary>
public sealed class EventMap
{
    private const int LongestMap = 1 << 20;

    /// <summary>Event parts that a map can name. All but account and time may be left out.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        "id", "account", "time", "text", "kind", "language", "platform", "reply_to", "repost_of", "quote_of", "target",
        "handle", "name", "bio", "account_created", "followers", "following", .. MappedFormat.Carried.Keys,
    ];

    /// <summary>Name of the platform when no field says it.</summary>
    public string? Platform { get; set; }

    /// <summary>Event part → field name, or a list of them (joined by blank lines for text, all of them for values).
    /// A dot leads into an object.</summary>
    public Dictionary<string, object> Fields { get; set; } = [];

    /// <summary>Event part → fixed value, used where the field says nothing.</summary>
    public Dictionary<string, string> Constants { get; set; } = [];

    /// <summary>Value of the kind field → event kind (post, reply, repost, quote, like, follow, share, message, video).</summary>
    public Dictionary<string, string> Kinds { get; set; } = [];

    public MapTime Time { get; set; } = new();

    /// <summary>Where the records stand inside a JSON document, such as <c>data.items</c>; null for lines and the root array.</summary>
    public string? Records { get; set; }

    /// <summary>The text this was read from: another text is another import.</summary>
    internal string Yaml { get; private set; } = string.Empty;

    /// <summary>Reads and checks a map.</summary>
    /// <param name="yaml">The map's text.</param>
    /// <param name="where">Shown in problems.</param>
    /// <exception cref="Problem">It is not YAML, names unknown parts, or has no account or time.</exception>
    public static EventMap Parse(string yaml, string where)
    {
        if (yaml.Length > LongestMap)
            throw new Problem("The map is longer than a megabyte", where, "A map has a line per event part; is this the right file?");
        try
        {
            var map = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<EventMap?>(yaml);
            map ??= new EventMap();
            map.Yaml = yaml;
            return map.Checked(where);
        }
        catch (YamlException e)
        {
            throw new Problem($"The map cannot be read: {e.InnerException?.Message ?? e.Message}", $"{where}, line {e.Start.Line}", "See docs/formats.md for a map that works.", e);
        }
    }

    internal IReadOnlyList<string> FieldsOf(string part) => !Fields.TryGetValue(part, out var value) ? []
        : value is IEnumerable<object> several ? [.. several.Select(name => name.ToString()!)]
        : [value.ToString()!];

    private EventMap Checked(string where)
    {
        Fields = Fields.Where(field => field.Value is not null).ToDictionary();
        foreach (var part in Fields.Keys.Concat(Constants.Keys).Where(part => !Parts.Contains(part)))
            throw new Problem($"An event has no '{part}'", where, $"Parts are: {string.Join(", ", Parts)}.");
        foreach (var part in new[] { "account", "time" }.Where(part => !Fields.ContainsKey(part) && !Constants.ContainsKey(part)))
            throw new Problem($"The map does not say which field is the {part}", where, $"Add '{part}: NAME' under fields.");
        foreach (var kind in Kinds.Values.Where(kind => !Enum.TryParse<EventKind>(kind, ignoreCase: true, out _)))
            throw new Problem($"'{kind}' is not a kind of event", where, $"Kinds are: {string.Join(", ", Enum.GetNames<EventKind>()).ToLowerInvariant()}.");
        Time.Check(where);
        return this;
    }
}

/// <summary>How a source writes its times.</summary>
public sealed class MapTime
{
    /// <summary>A .NET custom format such as <c>dd/MM/yyyy HH:mm</c>; null to recognise ISO 8601 and Unix times.</summary>
    public string? Format { get; set; }

    /// <summary>IANA time zone of times that name none, such as <c>Europe/Berlin</c>; used with a format. UTC by default.</summary>
    public string Zone { get; set; } = "UTC";

    internal TimeZoneInfo ZoneInfo { get; private set; } = TimeZoneInfo.Utc;

    internal void Check(string where)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone))
            throw new Problem($"'{Zone}' is not a time zone", where, "Use an IANA name such as Europe/Berlin.");
        ZoneInfo = zone;
    }
}
