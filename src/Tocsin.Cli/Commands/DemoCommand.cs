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

    public static Verb Create() => new Verb(
        "demo",
        $"Simulates a platform with planted operations into ./{DefaultFolder}, scans it, prints the ranked signals and serves the console.",
        "tocsin demo",
        "tocsin demo --no-serve",
        "tocsin demo --seed 7 --workspace /tmp/seven") { Seed, ServeFlags.NoServe, ServeFlags.Port, ServeFlags.Listen }.Does(Run);

    private static int Run(Invocation call)
    {
        var folder = Path.GetFullPath(call.FlaggedWorkspace ?? DefaultFolder);
        var serving = ServeFlags.Of(call, folder);
        var platform = Simulate(call);
        using var workspace = DemoWorkspace.Prepare(call, folder, call.Get(Seed), platform);
        var result = ScanJob.Run(call, workspace, new());
        var outcome = new DemoOutcome(folder, platform, result);
        if (call.Json) outcome.WriteJson(call);
        else outcome.Print(call);
        return call.Get(ServeFlags.NoServe) ? ExitCode.Done : ServeJob.Run(call, workspace, serving, demo: true);
    }

    private static SimulatedPlatform Simulate(Invocation call)
    {
        using var line = call.Progress("simulating a platform");
        line.Report(double.NaN);
        return Simulator.Run(new() { Seed = call.Get(Seed) });
    }
}
