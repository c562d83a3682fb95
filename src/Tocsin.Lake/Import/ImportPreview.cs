using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>What a file is and what its first records would become, without importing anything.</summary>
/// <param name="Source">The file, or the first file inside an archive.</param>
/// <param name="Sources">How many there are inside.</param>
/// <param name="Format">Name of the format it would be read as; null when none fits.</param>
/// <param name="Fields">Names of fields seen in the first records.</param>
/// <param name="SuggestedMap">A map.yaml guessed from the fields; null when no field looks like an account or none like a time.</param>
/// <param name="Problem">Why it cannot be read as it is; the rows are then those of the suggested map, if there is one.</param>
/// <param name="Rows">What was read of its beginning.</param>
public sealed record ImportPreview(
    string Source, int Sources, string? Format, IReadOnlyList<string> Fields, string? SuggestedMap, Problem? Problem, PreviewRows Rows)
{
    /// <summary>True when the file holds no record at all.</summary>
    public bool IsEmpty => Problem is null && Format is null;

    /// <summary>Looks at a file.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="options">As for the import, with the map when there is one.</param>
    /// <param name="limit">How many events, and how many rejects, to show.</param>
    /// <exception cref="Problem">There is no such file, or it cannot be opened.</exception>
    public static ImportPreview Of(string path, ImportOptions options, int limit = 20)
    {
        if (InputPaths.Expand(path).ToList() is not [var (file, shown)])
            throw new Problem("A folder has no preview", InputPaths.Shown(path), "Choose one of its files.");
        try
        {
            return Of(SourceOpener.Open(file, shown, options), options, limit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new Problem("The file cannot be read", shown, e.Message, e);
        }
    }

    private static ImportPreview Of(IReadOnlyList<Source> sources, ImportOptions options, int limit)
    {
        var source = sources[0];
        var (detection, problem) = Choose(source, options);
        var map = MapSuggestion.For(detection.Fields);
        if (problem is not null && options.Map is null && map is not null)
            detection = new FormatDetector(options.Limits).Detect(source, [new MappedFormat(EventMap.Parse(map, "the suggested map"))]);
        var rows = detection.Format is null ? PreviewRows.None : PreviewRows.Of(source, detection, options, limit);
        return new ImportPreview(source.Path, sources.Count, problem is null ? detection.Format?.Name : null, detection.Fields, map, problem, rows);
    }

    private static (Detection Detection, Problem? Problem) Choose(Source source, ImportOptions options)
    {
        try
        {
            return (FormatChoice.For(source, options), null);
        }
        catch (Problem problem)
        {
            return (new FormatDetector(options.Limits).Detect(source, FormatCatalog.All) with { Format = null }, problem);
        }
    }
}

/// <summary>What the first records of a file would become.</summary>
/// <param name="Events">The first events.</param>
/// <param name="Rejects">The first rows that could not be read, with reasons.</param>
/// <param name="EventsSeen">Events among the records looked at.</param>
/// <param name="RejectsSeen">Rows among them that could not be read.</param>
/// <param name="Skipped">Rows among them that carry no event.</param>
public sealed record PreviewRows(IReadOnlyList<IncomingEvent> Events, IReadOnlyList<Reject> Rejects, int EventsSeen, int RejectsSeen, long Skipped)
{
    private const int RecordsLookedAt = 1_000;
    private const long BytesLookedAt = 32L << 20;

    public static PreviewRows None { get; } = new([], [], 0, 0, 0);

    internal static PreviewRows Of(Source source, Detection detection, ImportOptions options, int limit)
    {
        using var reader = detection.Layout.Read(new CappedStream(source.OpenSample(options.Limits), BytesLookedAt), options.Limits);
        using var block = new RecordBlock(options.Limits);
        var sink = new Sink(block, options.Platform);
        if (Fill(reader, block))
        {
            var row = reader.Header is null ? null : new DelimitedFields(reader.Header);
            foreach (var slice in block.Slices.Take(RecordsLookedAt))
            {
                if (RecordParser.Read(block, slice, row, fields => detection.Format!.Read(fields, sink)) is { } reject)
                    sink.Reject(reject);
            }
        }
        return new PreviewRows([.. sink.Events.Take(limit)], [.. sink.Rejects.Take(limit)], sink.Events.Count, sink.Rejects.Count, sink.Skipped);
    }

    // The sample may be cut inside a packed block; what was read until then is good.
    private static bool Fill(IRecordReader reader, RecordBlock block)
    {
        try
        {
            return reader.Fill(block);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return block.Slices.Count > 0;
        }
    }
}
