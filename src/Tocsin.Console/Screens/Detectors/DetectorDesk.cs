using Tocsin.Casework;
using Tocsin.Console.Work;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Detectors;

/// <summary>Gathers what a detector found and how it does.</summary>
internal sealed class DetectorDesk(SignalQueue queue, WorkRuns runs, WorkQueue work, DuckDbLake lake, TimeProvider clock)
{
    /// <summary>How many of the newest signals are looked at for when they were raised.</summary>
    private const int MostRaised = 1_000;

    public async Task<DetectorRecord> ReadAsync(DetectorDescription detector, CancellationToken cancel)
    {
        var all = new QueueFilter { Detectors = [detector.Name], Active = null, Sort = QueueSort.Raised };
        var ever = await queue.FacetsAsync(all, cancel);
        var now = await queue.FacetsAsync(all with { Active = true }, cancel);
        var newest = await queue.ListAsync(all, null, MostRaised, cancel);
        var record = new DetectorRecord(
            detector, now.Total, ever.Total, Counts<SignalStatus>(now.States), Counts<DispositionKind>(ever.Dispositions), [.. newest.Items.Select(signal => signal.Raised)]);
        return record with { Pulse = await PulseAsync(record, cancel) };
    }

    private async Task<DetectorPulse> PulseAsync(DetectorRecord record, CancellationToken cancel)
    {
        var last = await runs.LastDoneAsync(work.Workspace, WorkKind.Scan, cancel);
        var seen = WorkJson.Read<ScanReport>(last?.Result)?.Events;
        return DetectorPulses.Of(clock.GetUtcNow(), last?.Ended, seen is { } events && lake.Summarise().Events > events, record.Raised, record.Precision);
    }

    private static Dictionary<T, int> Counts<T>(IReadOnlyList<FacetCount> facets)
        where T : struct, Enum =>
        facets.Where(facet => Enum.TryParse<T>(facet.Value, ignoreCase: true, out _)).ToDictionary(facet => Enum.Parse<T>(facet.Value, ignoreCase: true), facet => facet.Count);
}
