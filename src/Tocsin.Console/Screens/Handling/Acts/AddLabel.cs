using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Puts a label on a signal, with a reason and mostly an end.</summary>
internal sealed record AddLabel(Triage Triage, SignalQueue Queue, string Text, string Reason, DateTimeOffset? Expires) : IAct
{
    private const int MostDays = 3660;

    public static AddLabel Of(Triage triage, SignalQueue queue, IFormCollection form, DateTimeOffset now)
    {
        var expires = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays ? now.AddDays(days) : (DateTimeOffset?)null;
        return new(triage, queue, form["text"].ToString(), form["reason"].ToString(), expires);
    }

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        var label = await Triage.AddLabelAsync(actor, Subject.Signal(target.Id), Text, Reason, Expires, cancel);
        return new((await Queue.StateAsync(target.Id, cancel))!, UndoStep.OfLabel(label.Id, target));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: labelled “{1}”."], what, Text.Trim());
}
