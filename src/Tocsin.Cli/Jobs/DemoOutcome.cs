using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;
using Tocsin.Core.Detection.Evaluation;
using Tocsin.Core.Simulation;

namespace Tocsin.Cli.Jobs;

/// <summary>What the demo found, beside what was planted.</summary>
internal sealed class DemoOutcome
{
    private readonly string folder;
    private readonly SimulatedPlatform platform;
    private const int MostInTable = 15;
    private readonly IReadOnlyList<Signal> signals;
    private readonly IReadOnlyList<PlantedOperation> open;

    /// <summary>What Tocsin holds to be coordinated at even odds or better; the rest it lists, and says it is unlikely.</summary>
    private readonly IReadOnlyList<Signal> claimed;
    private readonly NetworkMatch match;

    public DemoOutcome(string folder, SimulatedPlatform platform, ScanResult result)
    {
        (this.folder, this.platform) = (folder, platform);
        signals = [.. result.Signals.Where(s => s.Active)];
        open = [.. platform.Truth.Operations.Where(o => o.OpenToDetection)];
        claimed = [.. signals.Where(s => s.Likelihood >= Likelihood.RoughlyEvenChance)];
        match = NetworkMatching.Match(
            [.. open.Select(o => new AccountGroup(o.Id, o.Accounts.Select(a => a.Key).ToHashSet()))],
            [.. claimed.Select(s => new AccountGroup(s.Id, s.Members.Select(m => m.Account).ToHashSet()))]);
    }

    public void WriteJson(Invocation call) => call.WriteJson(new
    {
        workspace = folder,
        events = platform.Events.Count,
        accounts = platform.Truth.Posts.Count,
        signals = signals.Select(SignalSummary.Of),
        planted = open.Count,
        found = match.Found,
        false_networks = match.FalseNetworks.Count,
    });

    public void Print(Invocation call)
    {
        var page = new Page(call.Terminal);
        var (first, last) = (platform.Events[0].Event.Time, platform.Events[^1].Event.Time);
        page.Prose($"A simulated platform: {Figures.Whole(platform.Truth.Posts.Count)} accounts, {Figures.Whole(platform.Events.Count)} events, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}. Everybody in it is invented.");
        page.Break().Heading($"{signals.Count} signals, of which {claimed.Count} at even odds or better; the most urgent first");
        SignalTable.Print([.. signals.Take(MostInTable)], call.Terminal);
        PrintTruth(page);
        PrintNext(page);
    }

    private void PrintTruth(Page page)
    {
        page.Break().Heading($"What was planted: {match.Found} of {open.Count} operations found, {match.FalseNetworks.Count} of those {claimed.Count} signals about something else");
        page.Table(
            [new("operation"), new("kind", Wrap: false), new("accounts", Right: true, Wrap: false), new("found as")],
            open.Zip(match.Operations, (o, m) => new[]
            {
                o.Id, o.Kind.Replace('_', ' '), $"{o.Accounts.Count}",
                m.Finding == Finding.Missed ? "missed" : string.Join(", ", m.Networks),
            }));
        foreach (var shielded in platform.Truth.Operations.Where(o => !o.OpenToDetection))
            page.Prose($"{shielded.Id}, {shielded.Accounts.Count} accounts, is not asked for: {shielded.Shielded}.");
    }

    private void PrintNext(Page page)
    {
        var shown = Shown(folder);
        page.Break().Heading("Where to go next").Facts(
            ($"export TOCSIN_WORKSPACE={shown}", "so that what follows looks here"),
            ($"{Command} signals show {(signals.Count > 0 ? signals[0].Id : "ID")}", "why, and what would make it innocent"),
            ($"{Command} signals", "all signals"),
            ($"{Command} accounts", "the accounts that stand out"),
            ($"{Command} evaluate --labels {Path.Combine(shown, DemoWorkspace.LabelsFileName)}", "how good that was"),
            ($"{Command} analyze PATH --workspace mine", "the same for your own data"));
    }

    /// <summary>How the user called this program; the launcher says.</summary>
    private static string Command => Environment.GetEnvironmentVariable("TOCSIN_COMMAND") ?? "tocsin";

    /// <summary>The folder as one would type it here.</summary>
    private static string Shown(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
