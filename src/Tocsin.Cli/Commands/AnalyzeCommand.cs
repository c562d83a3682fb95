using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;
using Tocsin.Cli.Signals;
using Tocsin.Core.Detection;
using Tocsin.Lake.Import;

namespace Tocsin.Cli.Commands;

internal static class AnalyzeCommand
{
    private const int MostInTable = 20;

    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Files, folders, or '-' for standard input", Arity = ArgumentArity.OneOrMore };

    public static Verb Create() => new Verb(
        "analyze",
        "Imports files, scans them, prints the ranked signals and serves the console: the main job in one line.",
        "tocsin analyze posts.jsonl.gz",
        "tocsin analyze posts.jsonl.gz --no-serve --json",
        "tocsin analyze export/ --format mastodon --workspace ~/case-12")
    {
        Paths, ImportFlags.Format, ImportFlags.Map, ImportFlags.Platform, ScanFlags.From, ScanFlags.To, ServeFlags.NoServe, ServeFlags.Port, ServeFlags.Listen,
    }.Does(Run);

    private static int Run(Invocation call)
    {
        var (importing, scanning) = (ImportFlags.Of(call), ScanFlags.Of(call));
        var serving = ServeFlags.Of(call, call.Workspace);
        using var workspace = Workspace.OpenOrCreate(call);
        var summary = ImportJob.Run(call, workspace.Lake, call.Get(Paths), importing);
        var rejected = ImportJob.ReportRejected(call, summary);
        var result = ScanJob.Run(call, workspace, scanning);
        if (call.Json) WriteJson(call, summary, result);
        else Print(call, summary, result);
        if (!call.Get(ServeFlags.NoServe)) ServeJob.Run(call, workspace, serving);
        return rejected;
    }

    private static void WriteJson(Invocation call, ImportSummary summary, ScanResult result) => call.WriteJson(new
    {
        workspace = call.Workspace,
        summary.Read,
        summary.Imported,
        summary.Duplicates,
        summary.Rejected,
        signals = result.Signals.Select(SignalSummary.Of),
        result.New,
        result.Updated,
        seconds = Math.Round(result.Took.TotalSeconds, 3),
    });

    private static void Print(Invocation call, ImportSummary summary, ScanResult result)
    {
        call.Say($"{Figures.Whole(summary.Imported)} events imported ({Figures.Whole(summary.Duplicates)} known already), scanned in {Figures.Seconds(result.Took)}.");
        if (result.Signals.Count == 0)
        {
            call.Say("No accounts act together beyond what chance explains.");
            return;
        }
        SignalTable.Print([.. result.Signals.Take(MostInTable)], call.Terminal);
        call.Say("");
        if (result.Signals.Count > MostInTable) call.Say($"{result.Signals.Count - MostInTable} more: tocsin signals{call.WorkspaceFlag}");
        call.Say("Where to go next");
        call.Say($"  tocsin signals show {result.Signals[0].Id}{call.WorkspaceFlag}    why, and what would make it innocent");
        call.Say($"  tocsin accounts --scores scores.csv{call.WorkspaceFlag}    a score for every account");
    }
}
