using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;
using Tocsin.Core.Detection;

namespace Tocsin.Cli.Jobs;

/// <summary>Runs the detectors over the lake with a progress line.</summary>
internal static class ScanJob
{
    public static ScanResult Run(Invocation call, Workspace workspace, ScanOptions options)
    {
        using var line = call.Progress("scanning");
        var result = new Scan(workspace.Lake, workspace.Signals, workspace.Scores, TimeProvider.System, workspace.Networks).Run(options, new Sink(line), call.Cancel);
        ReportLeftOut(call, line, result);
        return result;
    }

    /// <summary>What a cap left out is said even where only JSON is wanted: a figure that hides it would mislead.</summary>
    private static void ReportLeftOut(Invocation call, ProgressLine line, ScanResult result)
    {
        line.Dispose();
        foreach (var (kind, left) in result.LeftOut)
            call.Terminal.Error.WriteLine($"left out: the {left.Values} most popular of kind {Words.Of(kind)}, {Figures.Whole(left.Actions)} actions (too many to compare within the memory budget)");
    }

    private sealed class Sink(ProgressLine line) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress p) => line.Report(p.Done, p.Stage);
    }
}
