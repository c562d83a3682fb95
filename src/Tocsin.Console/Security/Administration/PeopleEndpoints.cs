using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Doors;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Administration;

/// <summary>What Admins change about people, invites and tokens.</summary>
internal static class PeopleEndpoints
{
    private const string Page = "/settings";
    private const int MaxNoteLength = 200;

    /// <summary>How long an invite may wait, in days.</summary>
    public static IReadOnlyList<int> InviteLives { get; } = [1, 3, 7, 30];

    public static void Map(IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/settings").RequireAuthorization(Policies.Admin).WithTags("Settings");
        settings.MapPost("/people/{id}/role", ChangeRoleAsync);
        settings.MapPost("/people/{id}/disable", DisableAsync);
        settings.MapPost("/people/{id}/enable", EnableAsync);
        settings.MapPost("/people/{id}/sign-out", SignOutAsync);
        settings.MapPost("/people/{id}/recovery", RecoverAsync);
        settings.MapPost("/invites", InviteAsync);
        settings.MapPost("/invites/{id:long}/revoke", RevokeInviteAsync);
        settings.MapPost("/tokens/{id:long}/revoke", RevokeTokenAsync);
    }

    private static async Task<IResult> ChangeRoleAsync(string id, [FromForm] string? role, CurrentPerson person, PeopleDesk desk, NoticeBoard notices) =>
        Roles.All.Contains(role ?? "")
            ? Said(notices, await desk.ChangeRoleAsync(person.Actor, id, Enum.Parse<PersonRole>(role!)), L["Role changed."])
            : Said(notices, L["There is no such role."], "");

    private static async Task<IResult> DisableAsync(string id, CurrentPerson person, PeopleDesk desk, NoticeBoard notices) =>
        Said(notices, await desk.DisableAsync(person.Actor, id), L["Account deactivated. Its sessions and tokens work no more."]);

    private static async Task<IResult> EnableAsync(string id, CurrentPerson person, PeopleDesk desk, NoticeBoard notices) =>
        Said(notices, await desk.EnableAsync(person.Actor, id), L["Account active again."]);

    private static async Task<IResult> SignOutAsync(string id, CurrentPerson person, SessionDesk sessions, NoticeBoard notices)
    {
        await sessions.EndAllAsync(person.Actor, id);
        return Said(notices, null, L["Signed out everywhere."]);
    }

    private static async Task<IResult> RecoverAsync(string id, HttpContext context, CurrentPerson person, Recovery recovery, NoticeBoard notices)
    {
        if (await recovery.CreateLinkAsync(person.Actor, id) is not var (name, secret)) return Said(notices, L["There is no such person."], "");
        notices.Post(new() { Form = "recovery", Done = name, Secrets = [$"{context.Request.Scheme}://{context.Request.Host}{Recovery.PathOf(secret)}"] });
        return new See(Page);
    }

    private static async Task<IResult> InviteAsync(
        [FromForm] string? role, [FromForm] string? note, [FromForm] int? days, HttpContext context, CurrentPerson person, Invites invites, NoticeBoard notices)
    {
        var errors = new Dictionary<string, string>();
        if (!Roles.All.Contains(role ?? "")) errors["role"] = L["Choose a role."];
        if (note?.Trim() is not { Length: > 0 and <= MaxNoteLength }) errors["note"] = L["Say for whom it is, in at most 200 characters."];
        if (days is not { } life || !InviteLives.Contains(life)) errors["days"] = L["Choose how long it is good."];
        if (errors.Count > 0)
        {
            notices.Post(new() { Form = "invite", Errors = errors, Values = new Dictionary<string, string> { ["note"] = note ?? "", ["role"] = role ?? "" } });
            return new See(Page + "#invites");
        }
        var issued = await invites.CreateAsync(person.Actor, role!, note!.Trim(), TimeSpan.FromDays(days!.Value));
        notices.Post(new() { Form = "invite", Done = issued.Item.Note, Secrets = [$"{context.Request.Scheme}://{context.Request.Host}/invite/{issued.Secret}"] });
        return new See(Page + "#invites");
    }

    private static async Task<IResult> RevokeInviteAsync(long id, CurrentPerson person, Invites invites, NoticeBoard notices)
    {
        await invites.RevokeAsync(person.Actor, id);
        notices.Post(new() { Form = "invites", Done = L["Invite revoked."] });
        return new See(Page + "#invites");
    }

    private static async Task<IResult> RevokeTokenAsync(long id, CurrentPerson person, ApiTokens tokens, NoticeBoard notices)
    {
        await tokens.RevokeAsync(person.Actor, null, id);
        notices.Post(new() { Form = "tokens", Done = L["Token revoked."] });
        return new See("/settings/tokens");
    }

    private static See Said(NoticeBoard notices, string? problem, string done)
    {
        notices.Post(problem is null ? new() { Form = "people", Done = done } : new() { Form = "people", Problem = problem });
        return new(Page);
    }
}
