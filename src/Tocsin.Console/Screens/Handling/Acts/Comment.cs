using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling.Acts;

/// <summary>Says something about a signal to everybody.</summary>
internal sealed record Comment(Triage Triage, string Text) : IAct
{
    public static Comment Of(Triage triage, IFormCollection form) => new(triage, form["text"].ToString());

    public async Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel) =>
        new(await Triage.CommentAsync(actor, target.Id, Text, cancel));

    public string Says(IStringLocalizer<Strings> L, string what) => string.Format(L["{0}: commented."], what);
}
