using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Doors;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Account;

/// <summary>A new password: asks for the old one, and signs the person out everywhere else.</summary>
internal static class PasswordEndpoint
{
    private const string Page = "/account/security#password";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/account/password", ChangeAsync).RequireRateLimiting(DoorLimit.Policy).WithTags("Account");

    private static async Task<IResult> ChangeAsync(
        [FromForm] string? current, [FromForm] string? password, CurrentPerson person, UserManager<TocsinUser> users, SessionDesk desk, AuditLog audit, NoticeBoard notices)
    {
        var user = (await users.FindByIdAsync(person.Id))!;
        var result = await users.ChangePasswordAsync(user, current ?? "", password ?? "");
        if (!result.Succeeded)
        {
            var errors = result.Errors.ToDictionary(
                error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "current" : "password",
                error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? L["That is not your password."] : error.Description);
            notices.Post(new() { Form = "password", Errors = errors });
            return new See(Page);
        }
        await desk.EndAllAsync(person.Actor, user.Id, person.Session);
        await audit.RecordAsync(person.Actor, "person.password-changed", Person.SubjectOf(user.Id));
        notices.Post(new() { Form = "password", Done = L["Password changed. You are signed out everywhere else."] });
        return new See(Page);
    }
}
