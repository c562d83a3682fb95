using Tocsin.Core;
using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>Decides which format a source is read as: the one that was named, mapped or found.</summary>
internal static class FormatChoice
{
    /// <summary>An empty source is no problem: its detection has no format.</summary>
    /// <exception cref="Problem">The named format does not exist, or no format knows the source.</exception>
    public static Detection For(Source source, ImportOptions options)
    {
        var detector = new FormatDetector(options.Limits);
        var found = detector.Detect(source, Candidates(options));
        if (found.IsEmpty)
            return found with { Format = null };
        if (found.Format is not null && options is not { Format: FormatCatalog.Generic, Map: null })
            return found;
        var suggestion = MapSuggestion.For(found.Fields);
        return options.Format == FormatCatalog.Generic && suggestion is not null
            ? detector.Detect(source, [new MappedFormat(EventMap.Parse(suggestion, "the suggested map"))])
            : throw Unknown(source, found.Fields, suggestion);
    }

    private static IReadOnlyList<IFormat> Candidates(ImportOptions options)
    {
        if (options.Map is not null)
            return [new MappedFormat(options.Map)];
        if (options.Format is null or FormatCatalog.Generic)
            return FormatCatalog.All;
        return FormatCatalog.All.FirstOrDefault(format => format.Name == options.Format) is { } named
            ? [named]
            : throw new Problem($"There is no format '{options.Format}'", "--format", $"Formats are: {Names()}.");
    }

    private static Problem Unknown(Source source, IReadOnlyList<string> fields, string? suggestion) => new(
        $"No format fits (tried {Names()})",
        fields.Count == 0 ? source.Path : $"{source.Path}, whose fields are: {string.Join(", ", fields)}",
        suggestion is null
            ? "Say which fields are the account and the time in a map.yaml (docs/formats.md) and add --map map.yaml."
            : $"Save this as map.yaml, check it, and add --map map.yaml (or take it as it is with --format generic):\n\n{suggestion}");

    private static string Names() => string.Join(", ", Importer.Formats.Select(format => format.Name));
}
