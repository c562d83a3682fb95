using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Gives a signal to somebody, or to nobody.</summary>
internal sealed record Assign(Triage Triage, SignalQueue Queue, string? Person) : IAct
{
    public static Assign Of(Triage triage, SignalQueue queue, IFormCollection form) =>
        new(triage, queue, form["assignee"].ToString() is { Length: > 0 } person ? person : null);

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        // Who had it is what the caller saw: were it to change in between, so would the version, and the write would fail.
        var before = (await Queue.StateAsync(target.Id, cancel))?.AssigneeId;
        var state = await Triage.AssignAsync(actor, target.Id, target.Version, Person, cancel);
        return new(state, UndoStep.OfAssignment(new(state.Id, state.Version), before));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => Person is null
        ? string.Format(L["{0}: assigned to nobody."], what)
        : string.Format(L["{0}: assigned."], what);
}
