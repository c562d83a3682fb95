using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Answers;

/// <summary>How somebody who may not is told: programs by status and problem+json, people by a page.</summary>
internal static class Refusal
{
    /// <summary>To the sign-in page and back again; 401 for programs, and for fragments, whose page then goes there itself.</summary>
    public static Task SignInFirst(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && (Answer.WantsPage(context.Request) || IsPageForAnybody(context)))
        {
            context.Response.Redirect(SignInUrl(context.Request.GetEncodedPathAndQuery()));
            return Task.CompletedTask;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answer.Problem(context, StatusCodes.Status401Unauthorized, L["You are not signed in."], L["Sign in, or send a token: Authorization: Bearer toc_…"]);
    }

    public static Task NotAllowed(HttpContext context) =>
        Answer.Problem(context, StatusCodes.Status403Forbidden, L["Your role does not allow this."], L["An Admin can change roles under Settings, People."]);

    /// <summary>A screen asked for by something that takes whatever comes, as simple tools do: it is shown the door too.</summary>
    private static bool IsPageForAnybody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && !context.Request.Headers.ContainsKey("HX-Request")
        && string.IsNullOrEmpty(context.Request.Headers.Authorization)
        && context.Request.Headers.Accept.ToString() is ("" or "*/*");

    public static string SignInUrl(string back) => LocalUrl.Of(back) is var url and not "/" ? $"/sign-in?return={Uri.EscapeDataString(url)}" : "/sign-in";
}
