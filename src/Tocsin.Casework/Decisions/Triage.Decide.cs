using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

public sealed partial class Triage
{
    private const string DecidedVerb = "signal.decided";

    /// <summary>Decides what a signal is. It leaves the open queue, wakes from a snooze, and is held no longer.</summary>
    /// <param name="duplicateOf">The signal that it repeats; for <see cref="DispositionKind.Duplicate"/>, and only then.</param>
    public Task<SignalState> DecideAsync(
        Actor actor, string signal, int version, DispositionKind kind, string reason, string? duplicateOf = null, CancellationToken cancel = default)
    {
        var because = Given.Text("reason", reason, Given.LongestText);
        return JudgeAsync(actor, DecidedVerb, signal, version, async (write, row) =>
        {
            await CheckDuplicateAsync(write, signal, kind, duplicateOf, cancel);
            var disposition = new Disposition
            {
                SignalId = signal,
                Kind = kind,
                Reason = because,
                DuplicateOf = duplicateOf,
                ById = actor.Id,
                ByName = actor.Name,
                At = write.Now,
                Accounts = row.Accounts,
                StateBefore = row.State,
                SnoozedByBefore = row.SnoozedBy,
                SnoozedUntilBefore = row.SnoozedUntil,
                SnoozedUntilGrownBefore = row.SnoozedUntilGrown,
                DispositionBefore = row.DispositionId,
            };
            write.Context.Dispositions.Add(disposition);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            var before = new { row.State, Disposition = row.LastDisposition };
            row.Wake();
            row.EndHold();
            Settle(row, disposition, SignalStatus.Decided);
            return new(before, new { row.State, Disposition = kind, Reason = because, DuplicateOf = duplicateOf });
        }, cancel);
    }

    /// <summary>
    /// Takes a decision back: the signal stands as it did before. Only the newest decision of a signal can be taken back; the
    /// record of it stays.
    /// </summary>
    public async Task<SignalState> UndoAsync(Actor actor, long disposition, CancellationToken cancel = default)
    {
        var signal = await SignalOfAsync(disposition, cancel);
        return await ChangeAsync(actor, "signal.undone", signal, async (write, row) =>
        {
            if (row.DispositionId != disposition) throw await SupersededAsync(write, row, disposition, cancel);
            if (row.IsHeldByOther(actor.Id, write.Now)) throw Held(write, row);
            var undone = await write.Context.Dispositions.SingleAsync(d => d.Id == disposition, cancel);
            (undone.UndoneAt, undone.UndoneBy) = (write.Now, actor.Name);
            var earlier = await write.Context.Dispositions.SingleOrDefaultAsync(d => d.Id == undone.DispositionBefore, cancel);
            Settle(row, earlier, undone.StateBefore);
            (row.SnoozedBy, row.SnoozedUntil, row.SnoozedUntilGrown) = (undone.SnoozedByBefore, undone.SnoozedUntilBefore, undone.SnoozedUntilGrownBefore);
            return new(new { State = SignalStatus.Decided, Disposition = undone.Kind }, new { row.State, Disposition = row.LastDisposition });
        }, cancel);
    }

    private static void Settle(SignalRow row, Disposition? disposition, SignalStatus state) =>
        (row.State, row.DispositionId, row.LastDisposition, row.DecidedAccounts) = (state, disposition?.Id, disposition?.Kind, disposition?.Accounts);

    private async Task<string> SignalOfAsync(long disposition, CancellationToken cancel)
    {
        await using var context = database.Connect();
        return await context.Dispositions.Where(d => d.Id == disposition).Select(d => d.SignalId).SingleOrDefaultAsync(cancel)
            ?? throw new MissingException($"disposition:{disposition}");
    }

    /// <summary>What has been written since a decision that is no longer the newest.</summary>
    private static async Task<ConflictException> SupersededAsync(Write write, SignalRow row, long disposition, CancellationToken cancel)
    {
        var at = await write.Context.Dispositions.Where(d => d.Id == disposition).Select(d => d.At).SingleAsync(cancel);
        var subject = SubjectOf(row.Id);
        var decided = await write.Context.Audit.Where(e => e.Subject == subject && e.Verb == DecidedVerb && e.At <= at).MaxAsync(e => e.Version, cancel);
        return await ChangedAsync(write, row, decided ?? 0, cancel);
    }

    private static async Task CheckDuplicateAsync(Write write, string signal, DispositionKind kind, string? duplicateOf, CancellationToken cancel)
    {
        if (kind != DispositionKind.Duplicate)
        {
            if (duplicateOf is not null) throw new Problem("only a duplicate names another signal", "duplicateOf", "leave it out, or decide 'duplicate'");
            return;
        }
        if (duplicateOf is null || duplicateOf == signal) throw new Problem("a duplicate names the signal that it repeats", "duplicateOf", "give the id of the other signal");
        if (!await write.Context.Signals.AnyAsync(s => s.Id == duplicateOf, cancel)) throw new MissingException(SubjectOf(duplicateOf));
    }
}
