using Microsoft.AspNetCore.Http;

namespace Tocsin.Console.Security.Answers;

/// <summary>303: the form is done, look here.</summary>
internal sealed class See(string localUrl) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = LocalUrl.Of(localUrl);
        return Task.CompletedTask;
    }
}
