using Tocsin.Core.Detection.Coordination;
using Tocsin.Core.Detection.NearText;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;
using Tocsin.Core.Networks.Layout;

namespace Tocsin.Core.Detection;

/// <summary>What a scan looks at, and how.</summary>
public sealed record ScanOptions
{
    public TimeRange Range { get; init; } = TimeRange.All;

    public CoordinationOptions Coordination { get; init; } = new();
}

/// <summary>Where a scan is: a stage in words and the share done, in [0, 1].</summary>
public sealed record ScanProgress(string Stage, double Done);

/// <summary>What a scan came to.</summary>
/// <param name="Signals">All active signals it found, best first.</param>
/// <param name="New">How many of them had not been seen before.</param>
/// <param name="Updated">How many signals it changed: grown, shrunk, merged, split, quiet.</param>
/// <param name="LeftOut">What was too popular to compare within the budget of memory, by kind of observable; empty as a rule.</param>
/// <param name="Took">Wall time.</param>
public sealed record ScanResult(
    IReadOnlyList<Signal> Signals, int New, int Updated, IReadOnlyDictionary<ObservableKind, LeftOut> LeftOut, TimeSpan Took);

/// <summary>Runs every detector over the lake and keeps what they find: the same thing seen again is the same signal.</summary>
/// <param name="lake">What is looked at.</param>
/// <param name="store">Keeps signals.</param>
/// <param name="scores">Keeps what is made of each account.</param>
/// <param name="clock">Tells when.</param>
/// <param name="networks">Keeps the graphs of networks; null keeps none.</param>
/// <remarks>Signals are saved last but for the scores: should saving these fail, they are those of the scan before, and the next mends them.</remarks>
public sealed class Scan(ILake lake, ISignalStore store, IAccountScores scores, TimeProvider clock, INetworkStore? networks = null)
{
    public ScanResult Run(ScanOptions options, IProgress<ScanProgress>? progress = null, CancellationToken cancellation = default)
    {
        var started = clock.GetTimestamp();
        progress?.Report(new ScanProgress("comparing texts", 0));
        NearTexts.Refresh(lake, cancellation);
        var findings = new CoordinationDetector(lake, options.Coordination, clock).Run(options.Range, progress, cancellation);
        var earlier = store.LoadSignals().Where(signal => signal is { Active: true, Detector: CoordinationDetector.Name }).ToArray();
        var outcome = SignalMatcher.Match(earlier, findings.Signals, clock.GetUtcNow(), signal => Covers(options.Range, signal));
        progress?.Report(new ScanProgress("drawing networks", 0.97));
        DrawNetworks(findings.Graphs, outcome, cancellation);
        store.SaveScan(outcome.Changed);
        scores.Replace([.. findings.Scores.Select(score => score with { Signal = score.Signal is null ? null : outcome.Ids[score.Signal] })]);
        progress?.Report(new ScanProgress("done", 1));
        return new ScanResult(
            [.. outcome.Current.OrderByDescending(signal => signal.Score)], outcome.New, outcome.Updated, findings.LeftOut, clock.GetElapsedTime(started));
    }

    /// <summary>Lays out and keeps the graphs of networks that changed, and of those that have none yet.</summary>
    private void DrawNetworks(IReadOnlyDictionary<string, NetworkGraph> graphs, SignalMatcher.Outcome outcome, CancellationToken cancellation)
    {
        if (networks is null) return;
        var changed = outcome.Changed.Select(signal => signal.Id).ToHashSet();
        foreach (var (found, graph) in graphs)
        {
            cancellation.ThrowIfCancellationRequested();
            var signal = outcome.Ids[found];
            var earlier = networks.Find(signal);
            if (earlier is null || changed.Contains(signal)) networks.Save(signal, NetworkDocument.Pack(NetworkLayout.Place(graph, earlier?.Unpack())));
        }
    }

    private static bool Covers(TimeRange range, Signal signal) => range.From <= signal.First && signal.Last < range.Until;
}
