using Microsoft.AspNetCore.Builder;
using Tocsin.Console.Live;

namespace Tocsin.Console.Api;

/// <summary>What programs ask: health, and the API.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        HealthEndpoints.Map(app);
        LiveEndpoint.Map(app);
    }
}
