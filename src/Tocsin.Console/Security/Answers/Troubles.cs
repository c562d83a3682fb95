using Microsoft.AspNetCore.Http;
using Tocsin.Casework;
using Tocsin.Core;
using Tocsin.Core.Events;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Answers;

/// <summary>
/// What went wrong on the way to an answer, told in three parts: problem+json for programs and fragments, a page for people.
/// A defect is none of these and goes on to the log.
/// </summary>
internal sealed class Troubles(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone; nobody reads an answer.
        }
        catch (Problem problem) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, StatusCodes.Status400BadRequest, problem.What, problem.Hint, problem.Where);
        }
        catch (MissingException missing) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, StatusCodes.Status404NotFound, L["This no longer exists."], L["Somebody may have deleted it."], missing.Subject);
        }
        catch (ConflictException conflict) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, StatusCodes.Status409Conflict, L["Somebody was there first."], conflict.Message, conflict.Subject);
        }
        catch (LakeException trouble) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, StatusCodes.Status503ServiceUnavailable, L["The data could not be read."], trouble.Message, "");
        }
    }
}
