using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Says that the person works on it now.</summary>
internal sealed record Hold(Triage Triage) : IAct
{
    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        var state = await Triage.HoldAsync(actor, target.Id, cancel: cancel);
        return new(state, UndoStep.OfHold(new(state.Id, state.Version)));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: held for you for {1} minutes."], what, Triage.HoldTime.TotalMinutes);
}

/// <summary>Ends the person's own hold.</summary>
internal sealed record Release(Triage Triage) : IAct
{
    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel) =>
        new(await Triage.ReleaseAsync(actor, target.Id, cancel: cancel));

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: no longer held."], what);
}
