using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>
/// What people do to signals. What judges a signal takes the version that its author saw, and fails with a
/// <see cref="ConflictException"/>, changing nothing, when somebody wrote since or holds it. What only adds (comments, labels,
/// tags) never conflicts. Every write leaves an audit entry in the same transaction.
/// </summary>
/// <remarks>Throws <see cref="MissingException"/> for what is not there, and <see cref="Problem"/> for what is not allowed.</remarks>
public sealed partial class Triage(CaseworkDatabase database)
{
    /// <summary>What a change did, in small, for the audit.</summary>
    private sealed record Effect(object? Before, object? After);

    /// <summary>A judgement: checks version and hold, then changes the row.</summary>
    private Task<SignalState> JudgeAsync(Actor actor, string verb, string signal, int version, Func<Write, SignalRow, Task<Effect>> change, CancellationToken cancel) =>
        ChangeAsync(actor, verb, signal, async (write, row) =>
        {
            if (row.Version != version) throw await ChangedAsync(write, row, version, cancel);
            if (row.IsHeldByOther(actor.Id, write.Now)) throw Held(write, row);
            return await change(write, row);
        }, cancel);

    /// <summary>Any change of a row. Writers take turns, so the row is the newest; the version is its guard all the same.</summary>
    private async Task<SignalState> ChangeAsync(Actor actor, string verb, string signal, Func<Write, SignalRow, Task<Effect>> change, CancellationToken cancel)
    {
        var seen = 0;
        try
        {
            return await database.Writer.WriteAsync(actor, $"{verb} {SubjectOf(signal)}", async write =>
            {
                var row = await RowAsync(write, signal, cancel);
                seen = row.Version;
                var effect = await change(write, row);
                row.Version++;
                write.Record(verb, SubjectOf(signal), effect.Before, effect.After, row.Version);
                return SignalState.Of(row, write.Now);
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var context = database.Connect();
            var write = new Write(context, actor, database.Clock.GetUtcNow());
            throw await ChangedAsync(write, await RowAsync(write, signal, cancel), seen, cancel);
        }
    }

    private static async Task<SignalRow> RowAsync(Write write, string signal, CancellationToken cancel) =>
        await write.Context.Signals.SingleOrDefaultAsync(s => s.Id == signal, cancel) ?? throw new MissingException(SubjectOf(signal));

    private static async Task<ConflictException> ChangedAsync(Write write, SignalRow row, int seen, CancellationToken cancel)
    {
        var subject = SubjectOf(row.Id);
        var changes = await write.Context.Audit.AsNoTracking().Where(e => e.Subject == subject && e.Version > seen).OrderBy(e => e.Id).ToListAsync(cancel);
        return new(ConflictKind.Changed, subject, SignalState.Of(row, write.Now), changes);
    }

    private static ConflictException Held(Write write, SignalRow row) => new(ConflictKind.Held, SubjectOf(row.Id), SignalState.Of(row, write.Now), []);

    private static string SubjectOf(string signal) => Subject.Signal(signal).ToString();
}
