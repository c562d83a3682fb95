using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tocsin.Console.Api.Problems;

/// <summary>Whatever goes wrong below <c>/api</c> is answered as a problem document, with what was thrown or with a bare status.</summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase) ? GuardAsync(context) : next(context);

    private async Task GuardAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
            return;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var problem = ErrorMap.Of(error, context.Request);
            if (problem.Status >= StatusCodes.Status500InternalServerError) LogFailed(log, error, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            await WriteAsync(context, problem);
        }
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await WriteAsync(context, ErrorMap.OfStatus(context));
    }

    private static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        return context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void LogFailed(ILogger log, Exception error, string method, PathString path);
}
