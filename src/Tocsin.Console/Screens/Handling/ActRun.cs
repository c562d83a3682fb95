using Tocsin.Casework;

namespace Tocsin.Console.Screens.Handling;

/// <summary>What became of an act on the chosen signals.</summary>
/// <param name="Done">Those it was done to.</param>
/// <param name="Conflicts">Those where somebody was there first: unchanged.</param>
/// <param name="Missing">Ids that there are no signals of.</param>
public sealed record ActRun(IReadOnlyList<Done> Done, IReadOnlyList<ConflictException> Conflicts, IReadOnlyList<string> Missing)
{
    /// <summary>So many can be chosen at once: what fits on one page.</summary>
    public const int Most = 100;

    public IEnumerable<UndoStep> Undo => Done.SelectMany(done => done.Undo);

    /// <summary>Does it to each by itself: one conflict does not keep the others from being done.</summary>
    public static async Task<ActRun> RunAsync(IAct act, Actor actor, IReadOnlyList<SignalTarget> targets, CancellationToken cancel)
    {
        List<Done> done = [];
        List<ConflictException> conflicts = [];
        List<string> missing = [];
        foreach (var target in targets)
        {
            try
            {
                done.Add(await act.DoAsync(actor, target, cancel));
            }
            catch (ConflictException conflict)
            {
                conflicts.Add(conflict);
            }
            catch (MissingException)
            {
                missing.Add(target.Id);
            }
        }
        return new(done, conflicts, missing);
    }

    /// <summary>Takes steps back; those that somebody else has moved on from are conflicts.</summary>
    public static async Task<ActRun> UndoAsync(
        IEnumerable<UndoStep> steps, Triage triage, SignalQueue queue, Actor actor, CancellationToken cancel)
    {
        List<Done> done = [];
        List<ConflictException> conflicts = [];
        List<string> missing = [];
        foreach (var step in steps)
        {
            try
            {
                if (await step.TakeBackAsync(triage, queue, actor, cancel) is { } state) done.Add(new(state));
            }
            catch (ConflictException conflict)
            {
                conflicts.Add(conflict);
            }
            catch (MissingException gone)
            {
                missing.Add(gone.Subject);
            }
        }
        return new(done, conflicts, missing);
    }
}
