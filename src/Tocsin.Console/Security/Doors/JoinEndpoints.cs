using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Passwords;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;

namespace Tocsin.Console.Security.Doors;

/// <summary>Coming in by a link: the first Admin, those who were invited, those who lost their way in. A link is spent only by a form that is right.</summary>
internal static class JoinEndpoints
{
    /// <summary>Offered right after joining, when there is time to set it up.</summary>
    private const string AfterJoining = "/account/second-factor?welcome=1";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/set-up/first", SetUpAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
        app.MapPost("/recover/{secret}/password", RecoverAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
        app.MapPost("/invite/{secret}/accept", AcceptAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
    }

    private static async Task<IResult> SetUpAsync(
        [FromForm] string? key, [FromForm] JoinForm form, HttpContext context, SetupLinks links, CaseworkDatabase database, Joining joining, SessionDesk desk, NoticeBoard notices)
    {
        var page = $"/set-up?key={Uri.EscapeDataString(key ?? "")}";
        if (!await FirstRun.IsNeededAsync(database) || await links.FindAsync(key ?? "") is not { Purpose: FirstRun.Purpose }) return new See(page);
        var user = joining.Draft(form);
        if (await joining.CheckAsync(user, form.Password) is { Count: > 0 } errors) return Again(notices, page, form, errors);
        if (await links.UseAsync(key!) is null || !await joining.JoinAsync(user, form.Password!, PersonRole.Admin, "set-up")) return new See(page);
        await desk.SignInAsync(context, user, "link");
        return new See(AfterJoining);
    }

    private static async Task<IResult> AcceptAsync(
        string secret, [FromForm] JoinForm form, HttpContext context, Invites invites, Joining joining, SessionDesk desk, NoticeBoard notices)
    {
        var page = $"/invite/{Uri.EscapeDataString(secret)}";
        if (await invites.FindAsync(secret) is null) return new See(page);
        var user = joining.Draft(form);
        if (await joining.CheckAsync(user, form.Password) is { Count: > 0 } errors) return Again(notices, page, form, errors);
        if (await invites.UseAsync(Person.ActorOf(user), secret) is not { } invite
            || !await joining.JoinAsync(user, form.Password!, Enum.Parse<PersonRole>(invite.Role), "invite")) return new See(page);
        await desk.SignInAsync(context, user, "link");
        return new See(AfterJoining);
    }

    private static async Task<IResult> RecoverAsync(string secret, [FromForm] string? password, HttpContext context, Recovery recovery, SessionDesk desk, NoticeBoard notices)
    {
        var page = Recovery.PathOf(Uri.EscapeDataString(secret));
        if (await recovery.FindAsync(secret) is not { } user) return new See(page);
        if (PasswordRules.Check(password ?? "", user) is { } error)
        {
            notices.Post(new() { Form = "recover", Errors = new Dictionary<string, string> { ["password"] = error } });
            return new See(page);
        }
        if (!await recovery.UseAsync(user, secret, password!)) return new See(page);
        await desk.SignInAsync(context, user, "link");
        return new See(AfterJoining);
    }

    private static See Again(NoticeBoard notices, string page, JoinForm form, Dictionary<string, string> errors)
    {
        notices.Post(new()
        {
            Form = "join",
            Errors = errors,
            Values = new Dictionary<string, string> { ["displayName"] = form.DisplayName ?? "", ["userName"] = form.UserName ?? "" },
        });
        return new(page);
    }
}
