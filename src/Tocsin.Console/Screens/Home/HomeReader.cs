using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;
using Tocsin.Console.Screens.Signals;

namespace Tocsin.Console.Screens.Home;

/// <summary>Reads what the first screen says: rows and counts, and the documents of the few signals that are shown.</summary>
internal sealed class HomeReader(CaseworkDatabase database, SignalQueue queue, SignalStore signals, ChangeCounter changes, TroubleFinder troubles, TimelineShelf timelines, CoverageShelf coverages, TimeProvider clock)
{
    private const int MostWorst = 8;
    private const int MostMine = 6;
    private const int MostDecisions = 6;
    private const int MostReasons = 2;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    public async Task<HomeView> ReadAsync(string person, CancellationToken cancel)
    {
        QueueFilter open = new() { States = [SignalStatus.Open], Viewer = person };
        var worst = await queue.ListAsync(open, limit: MostWorst, cancel: cancel);
        var mine = await queue.ListAsync(open with { Assignees = [QueueFilter.Me] }, limit: MostMine, cancel: cancel);
        await using var context = database.Connect();
        var now = clock.GetUtcNow();
        var coverage = coverages.Now;
        return new(
            await changes.SinceAsync(person, cancel),
            [.. worst.Items.Select(Ranked)],
            await queue.CountAsync(open, cancel),
            mine.Items,
            await HeldAsync(context, person, now, cancel),
            await WakingAsync(context, now, cancel),
            await DecisionsAsync(context, cancel),
            coverage,
            await troubles.FailedWorkAsync(cancel),
            await troubles.OddDetectorsAsync(coverage.Events, cancel));
    }

    public async Task<IReadOnlyList<RecentDecision>> DecisionsAsync(CancellationToken cancel)
    {
        await using var context = database.Connect();
        return await DecisionsAsync(context, cancel);
    }

    private RankedSignal Ranked(SignalState state) =>
        new(state, [.. (signals.Find(state.Id)?.Reasons ?? []).Take(MostReasons)], timelines.Known(state.Id, state.Updated));

    private async Task<IReadOnlyList<SignalState>> HeldAsync(CaseworkContext context, string person, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = await context.Signals.AsNoTracking().Where(signal => signal.HeldBy == person && signal.HeldUntil > now)
            .OrderByDescending(signal => signal.Score).Select(signal => signal.Id).Take(MostMine).ToListAsync(cancel);
        return await StatesAsync(ids, cancel);
    }

    private async Task<IReadOnlyList<SignalState>> WakingAsync(CaseworkContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var soon = now + Soon;
        var ids = await context.Signals.AsNoTracking().Where(signal => signal.State == SignalStatus.Snoozed && signal.SnoozedUntil > now && signal.SnoozedUntil <= soon)
            .OrderBy(signal => signal.SnoozedUntil).Select(signal => signal.Id).Take(MostMine).ToListAsync(cancel);
        return await StatesAsync(ids, cancel);
    }

    private async Task<IReadOnlyList<SignalState>> StatesAsync(List<string> ids, CancellationToken cancel)
    {
        List<SignalState> states = [];
        foreach (var id in ids)
        {
            if (await queue.StateAsync(id, cancel) is { } state) states.Add(state);
        }
        return states;
    }

    private static async Task<IReadOnlyList<RecentDecision>> DecisionsAsync(CaseworkContext context, CancellationToken cancel)
    {
        var latest = await context.Dispositions.AsNoTracking().Where(decided => decided.UndoneAt == null).OrderByDescending(decided => decided.Id).Take(MostDecisions)
            .Join(context.Signals, decided => decided.SignalId, signal => signal.Id, (decided, signal) => new { decided, signal.Claim, signal.DispositionId }).ToListAsync(cancel);
        return [.. latest.OrderByDescending(row => row.decided.Id).Select(row => new RecentDecision(row.decided, row.Claim))];
    }
}
