using Microsoft.AspNetCore.Http;

namespace Tocsin.Console.Security.Answers;

/// <summary>Refusals in the form the asker can read: problem+json for programs, a short page for people.</summary>
internal static class Answer
{
    public static Task Problem(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        return WantsPage(context.Request)
            ? TypedResults.Text($"{title}\n{detail}\n", "text/plain; charset=utf-8", statusCode: status).ExecuteAsync(context)
            : TypedResults.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(context);
    }

    /// <summary>Whether a browser is about to show the answer as a page of its own.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Headers.ContainsKey("HX-Request")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
