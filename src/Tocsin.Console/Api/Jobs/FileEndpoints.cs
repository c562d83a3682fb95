using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Screens.Hunts;
using Tocsin.Console.Security.Access;
using Tocsin.Lake.Import;

namespace Tocsin.Console.Api.Jobs;

/// <summary>A file, or a source of events, as the lake remembers it: by whichever way it came.</summary>
/// <param name="Finished">When it was read to its end; null when it was cut short, or goes on.</param>
/// <param name="Imported">Events added.</param>
public sealed record ImportedSource(
    long Id, string Path, string Format, long Size, string Sha256, DateTimeOffset Started, DateTimeOffset? Finished, long Imported, long Duplicates, long Rejected, long Skipped)
{
    internal static ImportedSource Of(StoredImport import) => new(
        import.State.Import, import.Source.Path, import.Source.Format, import.Source.Size, import.Source.Sha256, import.Started, import.Finished,
        import.State.Imported, import.State.Duplicates, import.State.Rejected, import.State.Skipped);
}

/// <summary>A row that could not be read.</summary>
/// <param name="Raw">Its text, cut to a few kilobytes: whatever was sent, so treat it as hostile.</param>
/// <param name="Length">Its whole length in bytes, -1 when it was not read to its end.</param>
public sealed record RejectedRow(long Line, string Reason, string Raw, long Length);

/// <summary>What the lake has taken in, and what it rejected.</summary>
internal static class FileEndpoints
{
    private const int CsvPage = 1000;

    public static void Map(RouteGroupBuilder imports)
    {
        var files = imports.MapGroup("/files").RequireAuthorization(Policies.Read);
        files.MapGet("", List).Named("listFiles", "Every file and source that events came from, the newest first");
        files.MapGet("/{id:long}/rejects", Rejects).Named("listRejects", "Rows that could not be read, in the order of the file, as JSON or CSV")
            .Produces<Listed<RejectedRow>>().WithMetadata(new AlsoCsv());
    }

    private static Ok<Listed<ImportedSource>> List(string? cursor, int? limit, IImportJournal journal) => TypedResults.Ok(
        Listed.ById(journal.ReadImports(Cursors.Id(cursor) ?? long.MaxValue, Listed.Take(limit)), limit, import => import.State.Import, ImportedSource.Of));

    private static IResult Rejects(long id, string? cursor, int? limit, string? format, IImportJournal journal) =>
        string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase)
            ? Results.Stream(body => WriteCsvAsync(body, journal, id), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"tocsin-rejects-{id}.csv"))
            : TypedResults.Ok(Listed.ById(
                journal.ReadRejects(id, Cursors.Id(cursor) ?? -1, Listed.Take(limit)), limit, placed => placed.Position,
                placed => new RejectedRow(placed.Reject.Line, placed.Reject.Reason, placed.Reject.Raw, placed.Reject.Length)));

    private static async Task WriteCsvAsync(Stream body, IImportJournal journal, long id)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync("line,reason,length,raw");
        var after = -1L;
        while (journal.ReadRejects(id, after, CsvPage) is { Count: > 0 } page)
        {
            foreach (var placed in page)
                await writer.WriteLineAsync(string.Join(',', new[] { $"{placed.Reject.Line}", placed.Reject.Reason, $"{placed.Reject.Length}", placed.Reject.Raw }.Select(CsvCell.Of)));
            after = page[^1].Position;
        }
    }
}
