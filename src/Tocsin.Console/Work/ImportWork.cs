using Tocsin.Casework;
using Tocsin.Console.Imports;
using Tocsin.Core;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Console.Work;

/// <summary>An uploaded file that is to be imported, and how it is to be read.</summary>
/// <param name="Upload">Id of the upload.</param>
/// <param name="Format">Name of a format; null to find it.</param>
/// <param name="Map">A map's YAML; null when a format reads it.</param>
/// <param name="Platform">Platform of all events; null to take it from the file.</param>
public sealed record ImportRequest(string Upload, string File, string? Format = null, string? Map = null, string? Platform = null);

/// <summary>What an import came to.</summary>
public sealed record ImportReport(long Read, long Imported, long Duplicates, long Rejected, long Skipped, IReadOnlyList<ImportedFile> Files);

/// <summary>What became of one file: the upload itself, or one inside an archive.</summary>
/// <param name="Import">The lake's id of it, by which its rejects are found; 0 when nothing was read.</param>
/// <param name="MostlyKnown">The file is new, yet most of its events were known.</param>
public sealed record ImportedFile(
    long Import, string Path, string? Format, long Imported, long Duplicates, long Rejected, long Skipped, bool MostlyKnown, string? What, string? Hint)
{
    internal static ImportedFile Of(FileSummary file) => new(
        file.Import, file.Path, file.Format, file.Imported, file.Duplicates, file.Rejected, file.Skipped, file.IsMostlyKnown, file.Problem?.What, file.Problem?.Hint);
}

/// <summary>Brings an uploaded file into the lake. Done, the file is no longer kept: the lake has it, and what it rejected.</summary>
internal sealed class ImportWork(ImportRequest request, Inbox inbox, IImportJournal journal, SearchIndex index, TimeProvider clock) : IWork
{
    public WorkKind Kind => WorkKind.Import;

    public string Title => request.File;

    public object Request => request;

    public WorkOutcome Run(IProgress<WorkStep> progress, CancellationToken cancel)
    {
        var upload = inbox.Find(request.Upload) ?? throw new Problem("the file is no longer there", request.File, "upload it again");
        var options = new ImportOptions
        {
            Called = upload.Name,
            Format = request.Format,
            Map = request.Map is { } yaml ? EventMap.Parse(yaml, "the map") : null,
            Platform = request.Platform,
        };
        progress.Report(new("reading", 0));
        var summary = Import(upload, options, progress, cancel);
        inbox.Remove(upload.Id);
        index.Follow();
        var report = new ImportReport(
            summary.Read, summary.Imported, summary.Duplicates, summary.Rejected, summary.Skipped, [.. summary.Files.Select(ImportedFile.Of)]);
        return new(report, new { upload.Name, report.Imported, report.Duplicates, report.Rejected });
    }

    private ImportSummary Import(Upload upload, ImportOptions options, IProgress<WorkStep> progress, CancellationToken cancel)
    {
        try
        {
            return new Importer(journal, clock).ImportAsync([inbox.PathOf(upload)], options, new Bytes(progress), cancel).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            inbox.Remove(upload.Id);
            throw;
        }
    }

    private sealed class Bytes(IProgress<WorkStep> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(new(
            value.Rejected > 0 ? $"{value.Read:N0} rows read, {value.Rejected:N0} rejected" : $"{value.Read:N0} rows read",
            value.BytesTotal > 0 ? Math.Min(1, (double)value.BytesDone / value.BytesTotal) : null));
    }
}
