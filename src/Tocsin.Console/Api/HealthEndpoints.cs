using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Api;

/// <summary>For whoever watches over the process: does it live, and can it serve. Open to all, and says nothing about content.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => TypedResults.Text("ok\n")).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>200 once signals can be read; before and otherwise 503 with what stands in the way.</summary>
    private static async Task<ContentHttpResult> Ready(SignalQueue signals, CancellationToken cancel)
    {
        try
        {
            await signals.CountAsync(new(), cancel);
            return TypedResults.Text("ready\n");
        }
        catch (Exception error) when (error is DbException or Problem)
        {
            return TypedResults.Text($"{error.Message}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
