using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Puts a tag on a signal that only the person sees.</summary>
internal sealed record AddTag(Triage Triage, SignalQueue Queue, string Text) : IAct
{
    public static AddTag Of(Triage triage, SignalQueue queue, IFormCollection form) => new(triage, queue, form["text"].ToString());

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        var tag = await Triage.AddTagAsync(actor, Subject.Signal(target.Id), Text, cancel);
        return new((await Queue.StateAsync(target.Id, cancel))!, UndoStep.OfTag(tag.Id, target));
    }

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: tagged “{1}”."], what, Text.Trim());
}
