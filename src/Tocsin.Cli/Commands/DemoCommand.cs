using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;
using Tocsin.Core.Simulation;

namespace Tocsin.Cli.Commands;

internal static class DemoCommand
{
    /// <summary>A folder of its own, so that simulated accounts never get among somebody's data.</summary>
    private const string DefaultFolder = "tocsin-demo";

    private static readonly Option<ulong> Seed = new("--seed") { Description = "Another seed, another world", DefaultValueFactory = _ => 1, HelpName = "N" };
    private static readonly Option<bool> NoServe = new("--no-serve") { Description = "End after printing" };

    public static Verb Create() => new Verb(
        "demo",
        $"Simulates a platform with planted operations into ./{DefaultFolder}, scans it, and prints the ranked signals.",
        "tocsin demo",
        "tocsin demo --seed 7 --workspace /tmp/seven") { Seed, NoServe }.Does(Run);

    private static int Run(Invocation call)
    {
        var folder = Path.GetFullPath(call.FlaggedWorkspace ?? DefaultFolder);
        var platform = Simulate(call);
        using var workspace = DemoWorkspace.Prepare(call, folder, call.Get(Seed), platform);
        var result = ScanJob.Run(call, workspace, new());
        var outcome = new DemoOutcome(folder, platform, result);
        if (call.Json) outcome.WriteJson(call);
        else outcome.Print(call);
        return ExitCode.Done;
    }

    private static SimulatedPlatform Simulate(Invocation call)
    {
        using var line = call.Progress("simulating a platform");
        line.Report(double.NaN);
        return Simulator.Run(new() { Seed = call.Get(Seed) });
    }
}
