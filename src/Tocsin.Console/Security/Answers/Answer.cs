using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Tocsin.Console.Screens.SignIn;
using Tocsin.Console.Words;

namespace Tocsin.Console.Security.Answers;

/// <summary>Refusals in the form the asker can read: problem+json for programs and fragments, a page for people.</summary>
internal static class Answer
{
    /// <summary>A refusal: what is wrong (the title), what to do (the detail) and, where it helps, what of that which was sent is wrong.</summary>
    public static Task Problem(HttpContext context, int status, string title, string detail, string? where = null)
    {
        if (!WantsPage(context.Request))
        {
            var further = new Dictionary<string, object?> { ["what"] = title, ["where"] = string.IsNullOrEmpty(where) ? context.Request.Path.ToString() : where, ["hint"] = detail };
            return TypedResults.Problem(title: title, detail: detail, statusCode: status, extensions: further).ExecuteAsync(context);
        }
        var words = context.RequestServices.GetRequiredService<IStringLocalizer<Strings>>();
        return new RazorComponentResult<RefusalPage>(new { Title = words[title].Value, Detail = words[detail].Value }) { StatusCode = status }.ExecuteAsync(context);
    }

    /// <summary>Whether a browser is about to show the answer as a page of its own.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Headers.ContainsKey("HX-Request")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
