using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Work;

namespace Tocsin.Console.Api.Jobs;

/// <summary>Scans: asking for them, watching them, stopping them.</summary>
internal static class ScanEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var scans = api.MapGroup("/scans").WithTags("Scans");
        scans.MapGet("", ListAsync).RequireAuthorization(Policies.Read).Named("listScans", "Scans, the newest first");
        scans.MapGet("/{id:long}", FindAsync).RequireAuthorization(Policies.Read).Named("getScan", "How far a scan is, or how it went");
        scans.MapPost("", AskAsync).RequireAuthorization(Policies.Write).Named("startScan", "Scan in the background").WithExample(new ScanRequest());
        scans.MapDelete("/{id:long}", StopAsync).RequireAuthorization(Policies.Write).Named("stopScan", "Stop a scan");
    }

    private static async Task<Ok<Listed<WorkView<ScanReport>>>> ListAsync(string? cursor, int? limit, WorkReader work, CancellationToken cancel) =>
        TypedResults.Ok(await work.ListAsync<ScanReport>(WorkKind.Scan, cursor, limit, cancel));

    private static async Task<Ok<WorkView<ScanReport>>> FindAsync(long id, WorkReader work, CancellationToken cancel) =>
        TypedResults.Ok(await work.FindAsync<ScanReport>(WorkKind.Scan, id, cancel));

    private static async Task<Accepted<WorkView<ScanReport>>> AskAsync(ScanRequest body, Scans scans, WorkReader work, CurrentPerson person, CancellationToken cancel)
    {
        var run = await scans.AskAsync(person.Actor, body, cancel);
        return TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/scans/{run.Id}"), await work.FindAsync<ScanReport>(WorkKind.Scan, run.Id, cancel));
    }

    private static async Task<Accepted<WorkView<ScanReport>>> StopAsync(long id, WorkReader work, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/scans/{id}"), await work.StopAsync<ScanReport>(person.Actor, WorkKind.Scan, id, cancel));
}
