using System.Buffers.Text;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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

namespace Tocsin.Console.Security.Passkeys;

/// <summary>What the browser answered to a challenge, as JSON in a string, with what the person wrote beside it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record PasskeyAnswer(string? Credential = null, string? Name = null, string? Return = null);

/// <summary>Passkeys: a challenge from the server, an answer signed by the person's device, which has asked for their finger or PIN.</summary>
internal static class PasskeyEndpoints
{
    private const int MaxPasskeys = 20;
    private const int MaxNameLength = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey/options", SignInOptionsAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
        app.MapPost("/sign-in/passkey", SignInAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
        app.MapPost("/account/passkeys/options", AddOptionsAsync).WithTags("Account");
        app.MapPost("/account/passkeys", AddAsync).WithTags("Account");
        app.MapPost("/account/passkeys/{id}/rename", RenameAsync).WithTags("Account");
        app.MapPost("/account/passkeys/{id}/remove", RemoveAsync).WithTags("Account");
    }

    private static async Task<IResult> SignInOptionsAsync(SignInManager<TocsinUser> signIn) =>
        TypedResults.Text(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json", Encoding.UTF8);

    /// <summary>Possession and finger or PIN: two factors in one step, so no code is asked for; nor can a guesser of passwords lock it.</summary>
    private static async Task<IResult> SignInAsync(
        PasskeyAnswer answer, HttpContext context, SignInManager<TocsinUser> signIn, UserManager<TocsinUser> users, SessionDesk desk)
    {
        var result = await TryAsync(() => signIn.PerformPasskeyAssertionAsync(answer.Credential ?? ""));
        if (result is not { Succeeded: true, User.Disabled: null }) return Refused(L["That passkey is not known here."]);
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);   // its counter
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await desk.SignInAsync(context, result.User, "passkey");
        return TypedResults.Ok(new { next = LocalUrl.Of(answer.Return) });
    }

    private static async Task<IResult> AddOptionsAsync(CurrentPerson person, SignInManager<TocsinUser> signIn) =>
        TypedResults.Text(
            await signIn.MakePasskeyCreationOptionsAsync(new() { Id = person.Id, Name = person.UserName, DisplayName = person.Name }), "application/json", Encoding.UTF8);

    private static async Task<IResult> AddAsync(
        PasskeyAnswer answer, CurrentPerson person, HttpContext context, SignInManager<TocsinUser> signIn, UserManager<TocsinUser> users, AuditLog audit, NoticeBoard notices)
    {
        var user = (await users.FindByIdAsync(person.Id))!;
        if ((await users.GetPasskeysAsync(user)).Count >= MaxPasskeys) return Refused(L["You have 20 passkeys. Remove one first."]);
        var result = await TryAsync(() => signIn.PerformPasskeyAttestationAsync(answer.Credential ?? ""));
        if (result is not { Succeeded: true } || result.UserEntity.Id != person.Id) return Refused(L["That passkey could not be added. Try again."]);
        result.Passkey.Name = NameOf(answer.Name);
        await users.AddOrUpdatePasskeyAsync(user, result.Passkey);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await audit.RecordAsync(person.Actor, "person.passkey-added", Person.SubjectOf(person.Id), null, new { result.Passkey.Name });
        notices.Post(new() { Form = "passkeys", Done = L["Passkey added."] });
        return TypedResults.Ok(new { next = "/account/security#passkeys" });
    }

    private static async Task<IResult> RenameAsync(string id, [FromForm] string? name, CurrentPerson person, UserManager<TocsinUser> users, AuditLog audit)
    {
        if (await FindAsync(id, person, users) is not var (user, passkey)) return TypedResults.NotFound();
        var before = passkey.Name;
        passkey.Name = NameOf(name);
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await audit.RecordAsync(person.Actor, "person.passkey-renamed", Person.SubjectOf(person.Id), new { Name = before }, new { passkey.Name });
        return new See("/account/security#passkeys");
    }

    private static async Task<IResult> RemoveAsync(string id, CurrentPerson person, UserManager<TocsinUser> users, AuditLog audit, NoticeBoard notices)
    {
        if (await FindAsync(id, person, users) is not var (user, passkey)) return TypedResults.NotFound();
        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        await audit.RecordAsync(person.Actor, "person.passkey-removed", Person.SubjectOf(person.Id), new { passkey.Name }, null);
        notices.Post(new() { Form = "passkeys", Done = L["Passkey removed."] });
        return new See("/account/security#passkeys");
    }

    private static async Task<(TocsinUser User, UserPasskeyInfo Passkey)?> FindAsync(string id, CurrentPerson person, UserManager<TocsinUser> users)
    {
        if (!Base64Url.IsValid(id) || await users.FindByIdAsync(person.Id) is not { } user) return null;
        return await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) is { } passkey ? (user, passkey) : null;
    }

    /// <summary>The framework throws when the challenge is missing or too old: for the person that is a refusal like any other.</summary>
    private static async Task<T?> TryAsync<T>(Func<Task<T>> perform) where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception error) when (error is InvalidOperationException or PasskeyException or ArgumentException)
        {
            return null;
        }
    }

    private static string NameOf(string? name) => name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, MaxNameLength)] : "Passkey";

    private static ProblemHttpResult Refused(string title) => TypedResults.Problem(title: title, statusCode: StatusCodes.Status400BadRequest);
}
