using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;

namespace Tocsin.Cli.Commands;

internal static class ScanCommand
{
    public static Verb Create() => new Verb(
        "scan",
        "Looks for coordination in the workspace; what was found before is updated, not raised again.",
        "tocsin scan",
        "tocsin scan --from 2026-03-02 --to 2026-03-09") { ScanFlags.From, ScanFlags.To }.Does(Run);

    private static int Run(Invocation call)
    {
        var options = ScanFlags.Of(call);
        using var workspace = Workspace.Open(call);
        var result = ScanJob.Run(call, workspace, options);
        if (call.Json) call.WriteJson(new { signals = result.Signals.Count, result.New, result.Updated, seconds = Math.Round(result.Took.TotalSeconds, 3) });
        else call.Out.WriteLine($"{result.Signals.Count} signals, {result.New} new, {result.Updated} updated, in {Figures.Seconds(result.Took)}");
        call.Say($"'tocsin signals{call.WorkspaceFlag}' lists them");
        return ExitCode.Done;
    }
}
