using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Screens.Handling.Acts;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Screens.Handling;

/// <summary>
/// What a person does to signals from the screens, one or up to a hundred at once: <c>signal</c> repeats, each with the version
/// that was seen. With script the answer is the changed fragments; without, the way back.
/// </summary>
internal static class HandlingEndpoints
{
    private const string Form = "application/x-www-form-urlencoded";

    public static void MapHandling(this IEndpointRouteBuilder app)
    {
        var acts = app.MapGroup("/signals").RequireAuthorization(Policies.Write).WithTags("Signals");
        Map(acts, "decide", (call, form) => Decide.Of(call.Triage, form));
        Map(acts, "snooze", (call, form) => Snooze.Of(call.Triage, form, call.Now));
        Map(acts, "wake", (call, _) => new Wake(call.Triage));
        Map(acts, "assign", (call, form) => Assign.Of(call.Triage, call.Queue, form));
        Map(acts, "hold", (call, _) => new Hold(call.Triage));
        Map(acts, "release", (call, _) => new Release(call.Triage));
        Map(acts, "comment", (call, form) => Acts.Comment.Of(call.Triage, form));
        Map(acts, "label", (call, form) => AddLabel.Of(call.Triage, call.Queue, form, call.Now));
        Map(acts, "unlabel", (call, form) => RemoveNote.Of(call.Triage, call.Queue, form, isTag: false));
        Map(acts, "tag", (call, form) => AddTag.Of(call.Triage, call.Queue, form));
        Map(acts, "untag", (call, form) => RemoveNote.Of(call.Triage, call.Queue, form, isTag: true));
        acts.MapPost("/escalate", async (ActCall call, HttpContext http, CancellationToken cancel) =>
        {
            var form = await http.Request.ReadFormAsync(cancel);
            var people = await call.Colleagues.ListAsync(cancel);
            return await call.DoAsync(http, "escalate", form, () => Escalate.Of(call.Triage, call.Queue, form, people, call.Now), cancel);
        }).Accepts<IFormCollection>(Form).WithSummary("Escalate signals");
        acts.MapPost("/undo", async (ActCall call, HttpContext http, CancellationToken cancel) => await call.UndoAsync(http, cancel))
            .Accepts<IFormCollection>(Form).WithSummary("Take back what was done to signals");
    }

    private static void Map(RouteGroupBuilder acts, string name, Func<ActCall, IFormCollection, IAct> make) =>
        acts.MapPost($"/{name}", async (ActCall call, HttpContext http, CancellationToken cancel) =>
        {
            var form = await http.Request.ReadFormAsync(cancel);
            return await call.DoAsync(http, name, form, () => make(call, form), cancel);
        }).Accepts<IFormCollection>(Form).WithSummary($"Signals: {name}");
}
