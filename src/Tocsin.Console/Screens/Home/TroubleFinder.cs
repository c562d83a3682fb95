using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;
using Tocsin.Console.Screens.Detectors;
using Tocsin.Console.Screens.Signals;
using Tocsin.Console.Work;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Home;

/// <summary>What does not go as it should: scans and imports that failed or were broken off, detectors that are behind, silent or noisy.</summary>
internal sealed class TroubleFinder(CaseworkDatabase database, WorkRuns runs, WorkQueue work, TrackRecord record, TimeProvider clock)
{
    private const int LatestRuns = 30;
    private const int NewestSignals = 101;   // one more than a flood

    /// <summary>Of each kind of work, what went wrong since it last went well; the newest first.</summary>
    public async Task<IReadOnlyList<WorkRun>> FailedWorkAsync(CancellationToken cancel)
    {
        var latest = await runs.ListAsync(work.Workspace, limit: LatestRuns, cancel: cancel);
        return [.. latest.GroupBy(run => run.Kind).SelectMany(kind => kind.TakeWhile(run => run.State != WorkState.Done))
            .Where(run => run.State is WorkState.Failed or WorkState.Interrupted).OrderByDescending(run => run.Id)];
    }

    /// <summary>Detectors of which something is to be said.</summary>
    /// <param name="events">Events in the lake.</param>
    public async Task<IReadOnlyList<DetectorState>> OddDetectorsAsync(long events, CancellationToken cancel)
    {
        var last = await runs.LastDoneAsync(work.Workspace, WorkKind.Scan, cancel);
        var behind = WorkJson.Read<ScanReport>(last?.Result)?.Events is { } seen && events > seen;
        List<DetectorState> states = [];
        foreach (var detector in DetectorCatalog.All)
        {
            var pulse = DetectorPulses.Of(clock.GetUtcNow(), last?.Ended, behind, await RaisedAsync(detector.Name, cancel), await record.OfAsync(detector.Name, cancel));
            if (pulse != DetectorPulse.Steady) states.Add(new(detector.Name, pulse));
        }
        return states;
    }

    /// <summary>When its newest signals were raised, and its very first.</summary>
    private async Task<IReadOnlyList<DateTimeOffset>> RaisedAsync(string detector, CancellationToken cancel)
    {
        await using var context = database.Connect();
        var raised = context.Signals.AsNoTracking().Where(signal => signal.Detector == detector).Select(signal => signal.Raised);
        var newest = await raised.OrderByDescending(at => at).Take(NewestSignals).ToListAsync(cancel);
        return newest.Count < NewestSignals ? newest : [.. newest, await raised.MinAsync(cancel)];
    }
}
