using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Ends a snooze.</summary>
internal sealed record Wake(Triage Triage) : IAct
{
    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel) =>
        new(await Triage.WakeAsync(actor, target.Id, target.Version, cancel));

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: back in the open queue."], what);
}
