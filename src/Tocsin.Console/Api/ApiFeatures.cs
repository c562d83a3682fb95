using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Api.Accounts;
using Tocsin.Console.Api.Admin;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Api.Hunting;
using Tocsin.Console.Api.Ingest;
using Tocsin.Console.Api.Jobs;
using Tocsin.Console.Api.Limits;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Api.Records;
using Tocsin.Console.Api.Signals;
using Tocsin.Console.Live;
using Tocsin.Console.Screens.Guide;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Api;

/// <summary>What programs ask: the API with its document, health, and the stream of what happens.</summary>
internal static class ApiFeatures
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);   // told by ApiErrors
        services.AddRequestDecompression();
        services.AddRateLimiter(ApiLimit.Add);
        services.AddSingleton<WorkReader>();
        services.AddDocument();
        services.AddSingleton<GuideReader>();
    }

    /// <summary>Stands around the endpoints: what goes wrong below <c>/api</c> is told as problem documents.</summary>
    public static void UseApi(this WebApplication app) => app.UseMiddleware<ApiErrors>();

    public static void MapApi(this WebApplication app)
    {
        HealthEndpoints.Map(app);
        LiveEndpoint.Map(app);
        app.MapOpenApi(ApiDocument.Address).RequireAuthorization(Policies.Read);
        var api = app.MapGroup("/api/v1").RequireRateLimiting(ApiLimit.Requests).AddEndpointFilter(Tagged.Filter);
        SignalEndpoints.Map(api);
        ActEndpoints.Map(api);
        SignalWriteEndpoints.Map(api);
        NoteEndpoints.Map(api);
        AccountEndpoints.Map(api);
        AccountFactEndpoints.Map(api);
        HuntEndpoints.Map(api);
        SavedHuntEndpoints.Map(api);
        SqlEndpoints.Map(api);
        ScanEndpoints.Map(api);
        IngestEndpoint.Map(api);
        ImportEndpoints.Map(api);
        RecordEndpoints.Map(api);
        PeopleApi.Map(api);
        InviteApi.Map(api);
    }
}
