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
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Account;

/// <summary>The authenticator app: enrolled with a code from it, taken away with the password; recovery codes are shown once.</summary>
internal static class SecondFactorEndpoints
{
    public const string EnrolPage = "/account/second-factor";
    private const string Page = "/account/security#second-factor";
    private const int RecoveryCodes = 10;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/account/second-factor/begin", BeginAsync).WithTags("Account");
        app.MapPost("/account/second-factor/confirm", ConfirmAsync).RequireRateLimiting(DoorLimit.Policy).WithTags("Account");
        app.MapPost("/account/second-factor/codes", NewCodesAsync).RequireRateLimiting(DoorLimit.Policy).WithTags("Account");
        app.MapPost("/account/second-factor/remove", RemoveAsync).RequireRateLimiting(DoorLimit.Policy).WithTags("Account");
    }

    /// <summary>A new key; it counts once a code proves that the app has it.</summary>
    private static async Task<IResult> BeginAsync(CurrentPerson person, UserManager<TocsinUser> users)
    {
        var user = (await users.FindByIdAsync(person.Id))!;
        if (!user.TwoFactorEnabled) await users.ResetAuthenticatorKeyAsync(user);
        return new See(user.TwoFactorEnabled ? Page : EnrolPage);
    }

    private static async Task<IResult> ConfirmAsync(
        [FromForm] string? code, CurrentPerson person, UserManager<TocsinUser> users, CodeDoor codes, AuditLog audit, NoticeBoard notices)
    {
        var user = (await users.FindByIdAsync(person.Id))!;
        if (user.TwoFactorEnabled) return new See(Page);
        if (!await codes.IsRightAsync(user, code ?? ""))
        {
            notices.Post(new() { Form = "confirm", Errors = Only("code", L["That code is not right. Check that the clock of your phone is, and take the next code."]) });
            return new See(EnrolPage);
        }
        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        await audit.RecordAsync(person.Actor, "person.second-factor-added", Person.SubjectOf(user.Id));
        return await ShowCodesAsync(user, users, notices, L["The second factor is on."]);
    }

    private static async Task<IResult> NewCodesAsync(
        [FromForm] string? password, CurrentPerson person, UserManager<TocsinUser> users, AuditLog audit, NoticeBoard notices)
    {
        var user = (await users.FindByIdAsync(person.Id))!;
        if (!user.TwoFactorEnabled || !await users.CheckPasswordAsync(user, password ?? "")) return WrongPassword(notices, "codes");
        await audit.RecordAsync(person.Actor, "person.recovery-codes-made", Person.SubjectOf(user.Id));
        return await ShowCodesAsync(user, users, notices, L["The earlier recovery codes are good no longer."]);
    }

    private static async Task<IResult> RemoveAsync(
        [FromForm] string? password, CurrentPerson person, UserManager<TocsinUser> users, AuditLog audit, NoticeBoard notices)
    {
        var user = (await users.FindByIdAsync(person.Id))!;
        if (!await users.CheckPasswordAsync(user, password ?? "")) return WrongPassword(notices, "remove-factor");
        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        await users.ResetAuthenticatorKeyAsync(user);
        await audit.RecordAsync(person.Actor, "person.second-factor-removed", Person.SubjectOf(user.Id));
        notices.Post(new() { Form = "second-factor", Done = L["The second factor is off."] });
        return new See(Page);
    }

    private static async Task<IResult> ShowCodesAsync(TocsinUser user, UserManager<TocsinUser> users, NoticeBoard notices, string done)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? [];
        notices.Post(new() { Form = "recovery-codes", Done = done, Secrets = [.. codes] });
        return new See("/account/security#second-factor");
    }

    private static See WrongPassword(NoticeBoard notices, string form)
    {
        notices.Post(new() { Form = form, Errors = Only("password", L["That is not your password."]) });
        return new(Page);
    }

    private static Dictionary<string, string> Only(string field, string error) => new() { [field] = error };
}
