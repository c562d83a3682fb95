using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Forgery;

/// <summary>
/// Every request that changes something proves that it comes from our own pages: a token in the header <c>X-CSRF</c> (from
/// <c>meta name="csrf"</c>) or in the form, and no other site named by the browser as where it came from. It holds for
/// whatever the browser sends along by itself, a cookie or the word of a sign-on proxy, and before sign-in too; an API token is
/// proof by itself.
/// </summary>
internal sealed class CsrfGuard(RequestDelegate next)
{
    public const string HeaderName = "X-CSRF";

    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (AccessGuard.ChangesNothing(context.Request.Method) || PersonClaims.ByToken(context.User)) await next(context);
        else if (FromAnotherSite(context.Request) || !await antiforgery.IsRequestValidAsync(context)) await Refuse(context);
        else await next(context);
    }

    private static bool FromAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static Task Refuse(HttpContext context) => Answer.Problem(
        context,
        StatusCodes.Status400BadRequest,
        L["This page has expired."],
        L["Go back, reload the page, and try again."]);
}
