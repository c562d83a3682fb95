using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Sessions;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Doors;

/// <summary>Sign-in with a password, the second step, and the way out.</summary>
internal static class DoorEndpoints
{
    private static readonly string Wrong = L["That name and password do not match, or sign-in is paused after too many tries. Check both, or wait a few minutes."];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/password", PasswordAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
        app.MapPost("/sign-in/second", SecondAsync).AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).WithTags("Sign-in");
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous().WithTags("Sign-in");
    }

    private static async Task<IResult> PasswordAsync(
        [FromForm] string? name, [FromForm] string? password, [FromForm(Name = "return")] string? back,
        HttpContext context, AccountLimit limit, PasswordDoor door, SessionDesk desk, NoticeBoard notices)
    {
        name = name?.Trim() ?? "";
        var (answer, user) = limit.Allows(name) ? await door.TryAsync(name, password ?? "", context) : (DoorAnswer.Refused, null);
        switch (answer)
        {
            case DoorAnswer.Open:
                await desk.SignInAsync(context, user!, "password");
                return new See(LocalUrl.Of(back));
            case DoorAnswer.CodeNeeded:
                await BeginSecondStepAsync(context, user!);
                return new See(With("/sign-in/code", back));
            default:
                notices.Post(new() { Form = "sign-in", Problem = Wrong, Values = new Dictionary<string, string> { ["name"] = name } });
                return new See(With("/sign-in", back));
        }
    }

    private static async Task<IResult> SecondAsync(
        [FromForm] string? code, [FromForm(Name = "return")] string? back,
        HttpContext context, SignInManager<TocsinUser> signIn, AccountLimit limit, CodeDoor door, SessionDesk desk, NoticeBoard notices)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user) return new See(With("/sign-in", back));
        if (!limit.Allows(user.Id) || !await door.TryAsync(user, code ?? "", context))
        {
            notices.Post(new() { Form = "code", Problem = L["That code is not right, or was used before. Wait for the next one."] });
            return new See(With("/sign-in/code", back));
        }
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await desk.SignInAsync(context, user, "code");
        return new See(LocalUrl.Of(back));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SessionDesk desk)
    {
        await desk.SignOutAsync(context);
        return new See("/sign-in");
    }

    /// <summary>A short-lived cookie says who has given the right password; it opens nothing but the second step.</summary>
    private static Task BeginSecondStepAsync(HttpContext context, TocsinUser user) => context.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id)], IdentityConstants.TwoFactorUserIdScheme)));

    private static string With(string page, string? back) => LocalUrl.Of(back) is var url and not "/" ? $"{page}?return={Uri.EscapeDataString(url)}" : page;
}
