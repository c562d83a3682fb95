using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Api.Signals;

/// <summary>What people do to signals. What judges takes <c>If-Match</c>; what only adds does not conflict.</summary>
internal static class SignalWriteEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/signals/{id}").RequireAuthorization(Policies.Write).WithTags("Signals");
        one.MapPost("/dispositions", DecideAsync).Named("decideSignal", "Decide a signal")
            .WithExample(new DispositionRequest(DispositionKind.FalsePositive, "A fan club: they say so in their profiles."));
        one.MapDelete("/dispositions/{disposition:long}", UndoAsync).Named("undoDisposition", "Take the newest decision back");
        one.MapPut("/assignee", AssignAsync).Named("assignSignal", "Give a signal to somebody").WithExample(new AssignmentRequest("5d0c7e1e-0d5c-4a35-9c6e-0b3c0e4b9a11"));
        one.MapPut("/hold", HoldAsync).Named("holdSignal", "Hold a signal while you work on it").WithExample(new HoldRequest(15));
        one.MapDelete("/hold", ReleaseAsync).Named("releaseSignal", "End a hold; a Lead may end anybody's");
        one.MapPut("/snooze", SnoozeAsync).Named("snoozeSignal", "Take a signal out of the open queue for a while").WithExample(new SnoozeRequest(null, true));
        one.MapDelete("/snooze", WakeAsync).Named("wakeSignal", "End a snooze");
        one.MapPost("/comments", CommentAsync).Named("commentSignal", "Comment on a signal").WithExample(new CommentRequest("@ana have you seen the third link?"));
        one.MapPut("/members", MembersAsync).Named("judgeMembers", "Include or exclude accounts")
            .WithExample(new MembersRequest(MemberVerdict.Exclude, [11400714819323198485], "The newsroom's own account."));
    }

    private static async Task<Ok<SignalState>> DecideAsync(
        string id, DispositionRequest body, [FromHeader(Name = "If-Match")] string? ifMatch, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.DecideAsync(person.Actor, id, await Seen.OfSignalAsync(ifMatch, signals, id, cancel), body.Kind, body.Reason, body.DuplicateOf, cancel));

    private static async Task<Ok<SignalState>> UndoAsync(string id, long disposition, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel)
    {
        if (await signals.StateAsync(id, cancel) is not { } state || (state.DispositionId != disposition && !await IsOfAsync(signals, id, disposition, cancel)))
            throw new MissingException($"disposition:{disposition}");
        return TypedResults.Ok(await triage.UndoAsync(person.Actor, disposition, cancel));
    }

    private static async Task<Ok<SignalState>> AssignAsync(
        string id, AssignmentRequest body, [FromHeader(Name = "If-Match")] string? ifMatch, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.AssignAsync(person.Actor, id, await Seen.OfSignalAsync(ifMatch, signals, id, cancel), body.Person, cancel));

    private static async Task<Ok<SignalState>> HoldAsync(string id, HoldRequest body, Triage triage, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.HoldAsync(person.Actor, id, body.Minutes is { } minutes ? TimeSpan.FromMinutes(Math.Clamp(minutes, 1, 240)) : null, cancel));

    private static async Task<Ok<SignalState>> ReleaseAsync(string id, Triage triage, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.ReleaseAsync(person.Actor, id, force: person.Is(PersonRole.Lead), cancel));

    private static async Task<Ok<SignalState>> SnoozeAsync(
        string id, SnoozeRequest body, [FromHeader(Name = "If-Match")] string? ifMatch, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.SnoozeAsync(person.Actor, id, await Seen.OfSignalAsync(ifMatch, signals, id, cancel), body.Until, body.UntilGrown, cancel));

    private static async Task<Ok<SignalState>> WakeAsync(
        string id, [FromHeader(Name = "If-Match")] string? ifMatch, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.WakeAsync(person.Actor, id, await Seen.OfSignalAsync(ifMatch, signals, id, cancel), cancel));

    private static async Task<Ok<SignalState>> CommentAsync(string id, CommentRequest body, Triage triage, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await triage.CommentAsync(person.Actor, id, body.Text, cancel));

    private static async Task<Ok<SignalState>> MembersAsync(
        string id, MembersRequest body, [FromHeader(Name = "If-Match")] string? ifMatch, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel)
    {
        var version = await Seen.OfSignalAsync(ifMatch, signals, id, cancel);
        return TypedResults.Ok(body.Verdict switch
        {
            MemberVerdict.Include => await triage.IncludeMembersAsync(person.Actor, id, version, body.Accounts, body.Reason ?? "", cancel),
            MemberVerdict.Exclude => await triage.ExcludeMembersAsync(person.Actor, id, version, body.Accounts, body.Reason ?? "", cancel),
            _ => await triage.ForgetMembersAsync(person.Actor, id, version, body.Accounts, cancel),
        });
    }

    private static async Task<bool> IsOfAsync(SignalQueue signals, string id, long disposition, CancellationToken cancel) =>
        await signals.FindAsync(id, cancel: cancel) is { } file && file.Dispositions.Any(one => one.Id == disposition);
}
