using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Takes a label, or a tag of the person's own, from a signal.</summary>
internal sealed record RemoveNote(Triage Triage, SignalQueue Queue, long Id, bool IsTag) : IAct
{
    public static RemoveNote Of(Triage triage, SignalQueue queue, IFormCollection form, bool isTag) =>
        long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(triage, queue, id, isTag)
            : throw new Problem("it is not said which", "id", "reload the page and try again");

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel)
    {
        await (IsTag ? Triage.RemoveTagAsync(actor, Id, cancel) : Triage.RemoveLabelAsync(actor, Id, cancel));
        return new((await Queue.StateAsync(target.Id, cancel))!);
    }

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(IsTag ? L["{0}: tag removed."] : L["{0}: label removed."], what);
}
