using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Persons;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Account;

/// <summary>One's own name and preferences.</summary>
internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/account/profile", ProfileAsync).WithTags("Account");
        app.MapPost("/account/preferences", PreferencesAsync).WithTags("Account");
    }

    private static async Task<IResult> ProfileAsync(
        [FromForm] string? displayName, CurrentPerson person, UserManager<TocsinUser> users, PersonDirectory people, AuditLog audit, NoticeBoard notices)
    {
        var name = displayName?.Trim() ?? "";
        if (DisplayNames.Check(name) is { } error)
        {
            notices.Post(new() { Form = "profile", Errors = new Dictionary<string, string> { ["displayName"] = error }, Values = new Dictionary<string, string> { ["displayName"] = name } });
            return new See("/account");
        }
        var user = (await users.FindByIdAsync(person.Id))!;
        var before = user.DisplayName;
        user.DisplayName = name;
        await users.UpdateAsync(user);
        people.Forget(user.Id);
        await audit.RecordAsync(person.Actor, "person.renamed", Person.SubjectOf(user.Id), new { DisplayName = before }, new { user.DisplayName });
        notices.Post(new() { Form = "profile", Done = L["Name saved."] });
        return new See("/account");
    }

    private static async Task<IResult> PreferencesAsync(
        HttpContext context, CurrentPerson person, UserManager<TocsinUser> users, PersonDirectory people, AuditLog audit, NoticeBoard notices)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var wanted = PreferencesForm.Apply(form, person.Preferences);
        if (wanted is null || PersonPreferences.Check(wanted) is not null)
            return Done(context, notices, wanted is null ? L["That is not a number of minutes."] : PersonPreferences.Check(wanted));
        var before = person.Preferences;
        var user = (await users.FindByIdAsync(person.Id))!;
        PersonPreferences.Write(wanted, user);
        await users.UpdateAsync(user);
        people.Forget(user.Id);
        await audit.RecordAsync(person.Actor, "person.preferences-changed", Person.SubjectOf(user.Id), before, wanted);
        return Done(context, notices, null);
    }

    /// <summary>A script gets 204 and has shown the choice already; a form goes back to where it stood.</summary>
    private static IResult Done(HttpContext context, NoticeBoard notices, string? error)
    {
        if (!Answer.WantsPage(context.Request))
            return error is null ? TypedResults.NoContent() : TypedResults.Problem(title: error, statusCode: StatusCodes.Status400BadRequest);
        notices.Post(error is null ? new() { Form = "preferences", Done = L["Preferences saved."] } : new() { Form = "preferences", Problem = error });
        var from = Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == context.Request.Host.Value ? referer.PathAndQuery : "/account";
        return new See(from);
    }
}
