using System.Globalization;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Handling;

/// <summary>
/// How one write is taken back: by another write, with the same rights and the same care about versions. The screen keeps it, so
/// that undo works however many steps there are between.
/// </summary>
public sealed record UndoStep
{
    private const char Decided = 'd', Snoozed = 's', Assigned = 'a', Held = 'h', Labelled = 'l', Tagged = 't';

    private char Kind { get; init; }

    private long Number { get; init; }

    private SignalTarget Target { get; init; }

    private string? Person { get; init; }

    public static UndoStep OfDecision(long disposition) => new() { Kind = Decided, Number = disposition };

    public static UndoStep OfLabel(long label, SignalTarget target) => new() { Kind = Labelled, Number = label, Target = target };

    public static UndoStep OfTag(long tag, SignalTarget target) => new() { Kind = Tagged, Number = tag, Target = target };

    public static UndoStep OfSnooze(SignalTarget target) => new() { Kind = Snoozed, Target = target };

    public static UndoStep OfHold(SignalTarget target) => new() { Kind = Held, Target = target };

    /// <summary>Gives it back to whoever had it before; null: to nobody.</summary>
    public static UndoStep OfAssignment(SignalTarget target, string? before) => new() { Kind = Assigned, Target = target, Person = before };

    /// <summary>Null when it is not one.</summary>
    public static UndoStep? Parse(string? text)
    {
        if (text?.Split(':') is not [[var kind], .. var rest]) return null;
        return (kind, rest) switch
        {
            (Decided, [var number]) when ParseNumber(number) is { } id => OfDecision(id),
            (Labelled, [var number, var target]) when ParseNumber(number) is { } id && SignalTarget.Parse(target) is { } on => OfLabel(id, on),
            (Tagged, [var number, var target]) when ParseNumber(number) is { } id && SignalTarget.Parse(target) is { } on => OfTag(id, on),
            (Snoozed, [var target]) when SignalTarget.Parse(target) is { } on => OfSnooze(on),
            (Held, [var target]) when SignalTarget.Parse(target) is { } on => OfHold(on),
            (Assigned, [var target, var person]) when SignalTarget.Parse(target) is { } on => OfAssignment(on, person.Length == 0 ? null : person),
            _ => null,
        };
    }

    public override string ToString() => Kind switch
    {
        Decided => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Number}"),
        Labelled or Tagged => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Number}:{Target}"),
        Assigned => $"{Kind}:{Target}:{Person}",
        _ => $"{Kind}:{Target}",
    };

    public async Task<SignalState?> TakeBackAsync(Triage triage, SignalQueue queue, Actor actor, CancellationToken cancel)
    {
        switch (Kind)
        {
            case Decided: return await triage.UndoAsync(actor, Number, cancel);
            case Snoozed: return await triage.WakeAsync(actor, Target.Id, Target.Version, cancel);
            case Assigned: return await triage.AssignAsync(actor, Target.Id, Target.Version, Person, cancel);
            case Held: return await triage.ReleaseAsync(actor, Target.Id, cancel: cancel);
            case Labelled: await triage.RemoveLabelAsync(actor, Number, cancel); break;
            default: await triage.RemoveTagAsync(actor, Number, cancel); break;
        }
        return await queue.StateAsync(Target.Id, cancel);
    }

    private static long? ParseNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
