using Tocsin.Core;
using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>
/// Brings files into the lake: finds what they are, reads them in bounded memory, and commits batch by batch, so that
/// a killed import is taken up where it stood.
/// </summary>
public sealed class Importer(IImportJournal journal, TimeProvider clock)
{
    /// <summary>Names and titles of all formats, as <c>--format</c> takes them.</summary>
    public static IReadOnlyList<(string Name, string Title)> Formats { get; } =
        [.. FormatCatalog.All.Select(format => (format.Name, format.Title)), (FormatCatalog.Generic, "any table or JSON, with --map map.yaml")];

    /// <summary>Imports files, folders and <c>-</c> (standard input), one after the other.</summary>
    /// <exception cref="Problem">Nothing could be read at all: a path is missing, or no format knows any of the files.</exception>
    /// <exception cref="Core.Events.LakeException">The lake could not be written.</exception>
    public async Task<ImportSummary> ImportAsync(
        IReadOnlyList<string> paths, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var inputs = paths.SelectMany(InputPaths.Expand).ToList();
        if (inputs.Count == 0)
            throw new Problem("There is nothing to import", string.Join(", ", paths.Select(InputPaths.Shown)), "The folder holds no files.");
        var tally = new ProgressTally(progress, inputs);
        var files = new List<FileSummary>();
        foreach (var (path, shown) in inputs)
            await ImportFile(path, options.Called is { } called ? InputPaths.Shown(called) : shown, options, tally, files, cancel);
        return files.Count == 0 || files.Any(file => file.Problem is null) ? new ImportSummary(files) : throw files[0].Problem!;
    }

    private async Task ImportFile(
        string path, string shown, ImportOptions options, ProgressTally tally, List<FileSummary> files, CancellationToken cancel)
    {
        try
        {
            foreach (var source in SourceOpener.Open(path, shown, options))
                files.Add(await ImportOne(source, options, tally, cancel));
        }
        catch (Problem problem)
        {
            files.Add(FileSummary.Unreadable(shown, problem));
        }
    }

    private async Task<FileSummary> ImportOne(Source source, ImportOptions options, ProgressTally tally, CancellationToken cancel)
    {
        try
        {
            var detection = FormatChoice.For(source, options);
            var summary = detection.Format is null
                ? new FileSummary(source.Path, null, 0, 0, 0, 0)
                : await new SourceImport(journal, clock, source, detection, options).Run(tally, cancel);
            tally.Finish(source, summary);
            return summary;
        }
        catch (Problem problem)
        {
            return FileSummary.Unreadable(source.Path, problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return FileSummary.Unreadable(source.Path, new Problem("The file cannot be read", source.Path, e.Message, e));
        }
    }
}
