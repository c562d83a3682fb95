using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Home;

/// <summary>Counts what happened to signals since a person was last here. The mark moves on when they say that they have seen it.</summary>
internal sealed class ChangeCounter(CaseworkDatabase database, Watermarks marks, AuditLog audit)
{
    public const string Mark = "home";

    private static readonly string[] Verbs = ["signal.raised", "signal.grown", "signal.reopened", "signal.woken", "signal.decided"];

    /// <summary>Null on the first visit, which sets the mark.</summary>
    public async Task<Changes?> SinceAsync(string person, CancellationToken cancel)
    {
        if (await marks.FindAsync(person, Mark, cancel) is not { } mark)
        {
            await SeenAsync(person, cancel);
            return null;
        }
        await using var context = database.Connect();
        var counts = await context.Audit.AsNoTracking().Where(entry => entry.Id > mark.AuditId && Verbs.Contains(entry.Verb) && (entry.Verb != "signal.decided" || entry.ActorId != person))
            .GroupBy(entry => entry.Verb).Select(group => new { group.Key, Count = group.Select(entry => entry.Subject).Distinct().Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return new(mark.At, mark.AuditId, await audit.LastIdAsync(cancel), Of("raised"), Of("grown"), Of("reopened"), Of("woken"), Of("decided"));

        int Of(string verb) => counts.GetValueOrDefault($"signal.{verb}");
    }

    /// <summary>Moves the mark to the newest entry.</summary>
    private async Task SeenAsync(string person, CancellationToken cancel) => await marks.MoveAsync(person, Mark, await audit.LastIdAsync(cancel), cancel);

    /// <summary>Moves the mark to the newest entry that the person was shown: what came since is not seen yet.</summary>
    public async Task SeenAsync(string person, long until, CancellationToken cancel) => await marks.MoveAsync(person, Mark, Math.Min(until, await audit.LastIdAsync(cancel)), cancel);
}
