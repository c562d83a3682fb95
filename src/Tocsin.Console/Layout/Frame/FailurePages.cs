using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Tocsin.Casework;
using Tocsin.Console.Security.Answers;
using Tocsin.Core;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Layout.Frame;

/// <summary>What goes wrong where nobody else tells it: a page for people, problem+json for programs and fragments, in three parts.</summary>
internal static class FailurePages
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = TellAsync });
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode == StatusCodes.Status404NotFound ? TellMissingAsync(context.HttpContext) : Task.CompletedTask);
    }

    private static Task TellAsync(HttpContext context)
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>()!;
        var failure = Of(feature, Activity.Current?.Id ?? context.TraceIdentifier);
        context.Response.StatusCode = failure.Status;
        IResult answer = Answer.WantsPage(context.Request)
            ? new RazorComponentResult<FailurePage>(new { Failure = failure, Address = feature.Path + context.Request.QueryString }) { StatusCode = failure.Status }
            : TypedResults.Problem(title: failure.What, detail: failure.Hint, statusCode: failure.Status, extensions: new Dictionary<string, object?> { ["where"] = failure.Where });
        return answer.ExecuteAsync(context);
    }

    private static Task TellMissingAsync(HttpContext context) => Answer.WantsPage(context.Request)
        ? new RazorComponentResult<MissingPage> { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(context)
        : TypedResults.Problem(title: L["There is nothing at this address"], statusCode: StatusCodes.Status404NotFound, extensions: new Dictionary<string, object?> { ["where"] = context.Request.Path.Value })
            .ExecuteAsync(context);

    private static Failure Of(IExceptionHandlerFeature feature, string trace) => feature.Error switch
    {
        Problem problem => new(StatusCodes.Status400BadRequest, problem.What, problem.Where, problem.Hint),
        MissingException => new(StatusCodes.Status404NotFound, L["This no longer exists."], feature.Path, L["Somebody may have removed it. Go back and reload the page."]),
        ConflictException => new(StatusCodes.Status409Conflict, L["Somebody changed this meanwhile."], feature.Path, L["Reload the page to see what they did; nothing of yours was kept."]),
        BadHttpRequestException wrong => new(wrong.StatusCode, L["The request could not be read."], feature.Path, wrong.Message),
        _ => new(StatusCodes.Status500InternalServerError, L["The console could not do this."], feature.Path, string.Format(L["Try again. If it fails again, the log tells why, under {0}."], trace)),
    };
}

/// <summary>A failure in three parts.</summary>
public sealed record Failure(int Status, string What, string Where, string Hint);
