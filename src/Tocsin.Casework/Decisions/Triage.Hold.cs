using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

public sealed partial class Triage
{
    /// <summary>How long a hold lasts unless it is renewed.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(15);

    /// <summary>Gives a signal to somebody, and tells them; null takes it from whoever has it.</summary>
    public Task<SignalState> AssignAsync(Actor actor, string signal, int version, string? person, CancellationToken cancel = default) =>
        JudgeAsync(actor, "signal.assigned", signal, version, async (write, row) =>
        {
            var name = person is null ? null : await NameOfAsync(write, person, cancel);
            var before = new { Assignee = row.AssigneeName };
            (row.AssigneeId, row.AssigneeName) = (person, name);
            await write.NotifyAsync(person, "assigned", SubjectOf(signal), $"{actor.Name} gave you {signal}: {row.Claim}");
            return new(before, new { Assignee = name });
        }, cancel);

    /// <summary>
    /// Says that the actor works on it now: until the hold runs out, nobody else can judge it. Holding again renews.
    /// Conflicts only with a hold of somebody else.
    /// </summary>
    public Task<SignalState> HoldAsync(Actor actor, string signal, TimeSpan? time = null, CancellationToken cancel = default) =>
        ChangeAsync(actor, "signal.held", signal, (write, row) =>
        {
            if (row.IsHeldByOther(actor.Id, write.Now)) throw Held(write, row);
            (row.HeldBy, row.HeldByName, row.HeldUntil) = (actor.Id, actor.Name, write.Now + (time ?? HoldTime));
            return Task.FromResult(new Effect(null, new { row.HeldUntil }));
        }, cancel);

    /// <summary>Ends a hold.</summary>
    /// <param name="force">Also that of somebody else; whoever calls decides who may.</param>
    public Task<SignalState> ReleaseAsync(Actor actor, string signal, bool force = false, CancellationToken cancel = default) =>
        ChangeAsync(actor, "signal.released", signal, (write, row) =>
        {
            if (!force && row.IsHeldByOther(actor.Id, write.Now)) throw Held(write, row);
            var before = new { row.HeldByName, row.HeldUntil };
            row.EndHold();
            return Task.FromResult(new Effect(before, null));
        }, cancel);

    private static async Task<string> NameOfAsync(Write write, string person, CancellationToken cancel)
    {
        var found = await write.Context.Users.Where(u => u.Id == person && u.Disabled == null).Select(u => new { u.DisplayName, u.UserName }).SingleOrDefaultAsync(cancel)
            ?? throw new Problem("there is no such person to assign to", person, "choose somebody who can sign in");
        return found.DisplayName.Length > 0 ? found.DisplayName : found.UserName ?? person;
    }
}
