using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Decides what a signal is, with a reason.</summary>
internal sealed record Decide(Triage Triage, DispositionKind Kind, string Reason, string? DuplicateOf) : IAct
{
    public static Decide Of(Triage triage, IFormCollection form)
    {
        var kind = Verdict.Parse(form["kind"]) ?? throw new Problem("no decision was chosen", "kind", "choose one of the five");
        var other = form["duplicateOf"].ToString().Trim();
        return new(triage, kind, form["reason"].ToString(), kind == DispositionKind.Duplicate && other.Length > 0 ? other : null);
    }

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        var state = await Triage.DecideAsync(actor, target.Id, target.Version, Kind, Reason, DuplicateOf, cancel);
        return new(state, UndoStep.OfDecision(state.DispositionId!.Value));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: {1}."], what, Verdict.Text(L, Kind));
}
