using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

public sealed partial class Triage
{
    /// <summary>Takes a signal out of the open queue until a time, until a scan finds it grown, or until either.</summary>
    public Task<SignalState> SnoozeAsync(
        Actor actor, string signal, int version, DateTimeOffset? until, bool untilGrown = false, CancellationToken cancel = default) =>
        JudgeAsync(actor, "signal.snoozed", signal, version, (write, row) =>
        {
            if (until is null && !untilGrown) throw new Problem("a snooze needs an end", "until", "give a time, or snooze until it grows");
            if (until <= write.Now) throw new Problem("the snooze would be over already", $"{until:u}", "give a time to come");
            var before = new { row.State };
            row.EndHold();
            (row.State, row.SnoozedBy, row.SnoozedUntil, row.SnoozedUntilGrown) = (SignalStatus.Snoozed, actor.Id, until, untilGrown);
            return Task.FromResult(new Effect(before, new { row.State, Until = until, UntilGrown = untilGrown }));
        }, cancel);

    /// <summary>Ends a snooze.</summary>
    public Task<SignalState> WakeAsync(Actor actor, string signal, int version, CancellationToken cancel = default) =>
        JudgeAsync(actor, "signal.woken", signal, version, (_, row) =>
        {
            var before = new { row.State };
            if (row.State == SignalStatus.Snoozed) row.Wake();
            return Task.FromResult(new Effect(before, new { row.State }));
        }, cancel);

    /// <summary>
    /// Writes down which snoozes have run out, and tells who snoozed them. Lists and counts go by the clock and need none of it;
    /// it is for the audit and for people, to be called every minute or so.
    /// </summary>
    /// <returns>How many woke.</returns>
    public Task<int> WakeDueAsync(CancellationToken cancel = default) => database.Writer.WriteAsync(Actor.System, "signals.woken", async write =>
    {
        var due = await write.Context.Signals.Where(s => s.State == SignalStatus.Snoozed && s.SnoozedUntil <= write.Now).OrderBy(s => s.Id).ToListAsync(cancel);
        foreach (var row in due)
        {
            var told = row.AssigneeId ?? row.SnoozedBy;
            row.Wake();
            row.Version++;
            write.Record("signal.woken", SubjectOf(row.Id), new { State = SignalStatus.Snoozed }, new { row.State }, row.Version);
            await write.NotifyAsync(told, "woken", SubjectOf(row.Id), $"{row.Id} is no longer snoozed: {row.Claim}");
        }
        return due.Count;
    }, cancel);
}
