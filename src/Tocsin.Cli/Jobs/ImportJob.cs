using Tocsin.Cli.Frame;
using Tocsin.Core;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Cli.Jobs;

/// <summary>Brings files into the lake with a progress line, and says what became of them.</summary>
internal static class ImportJob
{
    public static ImportSummary Run(Invocation call, DuckDbLake lake, IReadOnlyList<string> paths, ImportOptions options)
    {
        using var line = call.Progress("importing");
        var progress = new Sink(line);
        return new Importer(lake.Journal, TimeProvider.System).ImportAsync(paths, options, progress, call.Cancel).GetAwaiter().GetResult();
    }

    /// <summary>Reads the file given to <c>--map</c>, if any.</summary>
    /// <exception cref="Problem">The map's file cannot be read, or is no map.</exception>
    public static EventMap? ReadMap(string? path)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new Problem("the map does not exist", path, "check the path given to --map");
        return EventMap.Parse(File.ReadAllText(path), path);
    }

    /// <summary>Says what was rejected and where it lies, on standard error.</summary>
    /// <returns><see cref="ExitCode.SomeRejected"/> when anything was, else <see cref="ExitCode.Done"/>.</returns>
    public static int ReportRejected(Invocation call, ImportSummary summary)
    {
        var unread = summary.Unread.ToList();
        foreach (var file in unread)
        {
            call.Terminal.Error.WriteLine($"not read: {file.Path}: {file.Problem!.What}");
            call.Terminal.Error.WriteLine($"  hint:   {file.Problem.Hint}");
        }
        foreach (var file in summary.Files.Where(file => file.IsMostlyKnown))
            call.Terminal.Error.WriteLine($"note: most events of {file.Path} were known already, although the file is new; if its ids start anew, tell it apart with --platform NAME");
        if (summary.Rejected > 0)
            call.Terminal.Error.WriteLine($"{Figures.Whole(summary.Rejected)} rows could not be read; 'tocsin import --show-rejects{call.WorkspaceFlag}' lists them with the reason");
        return summary.Rejected > 0 || unread.Count > 0 ? ExitCode.SomeRejected : ExitCode.Done;
    }

    private sealed class Sink(ProgressLine line) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress p) => line.Report(
            p.BytesTotal > 0 ? (double)p.BytesDone / p.BytesTotal : double.NaN,
            p.Rejected > 0 ? $"{Path.GetFileName(p.Path)}, {Figures.Short(p.Rejected)} rejected" : Path.GetFileName(p.Path),
            p.Read,
            "rows");
    }
}
