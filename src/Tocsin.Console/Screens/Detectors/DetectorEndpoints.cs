using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Screens.Hunts;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Work;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Detectors;

/// <summary>A detector's runs, followed while one runs; and a scan asked for from its page.</summary>
internal static class DetectorEndpoints
{
    public static void AddDetectors(this WebApplicationBuilder builder) => builder.Services.AddScoped<DetectorDesk>();

    public static void MapDetectors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/detectors/{name}/runs", RunsAsync).ExcludeFromDescription();
        app.MapPost("/detectors/{name}/scan", ScanAsync).RequireAuthorization(Policies.Write).WithTags("Work")
            .Accepts<IFormCollection>("application/x-www-form-urlencoded").WithSummary("Scan a range of time now");
    }

    private static async Task<IResult> RunsAsync(string name, DetectorDesk desk, CancellationToken cancel) => DetectorCatalog.Find(name) is { } detector
        ? new RazorComponentResult<DetectorRuns>(new { Record = await desk.ReadAsync(detector, cancel) })
        : TypedResults.NotFound();

    private static async Task<IResult> ScanAsync(
        string name, HttpContext http, Scans scans, DetectorDesk desk, DuckDbLake lake, TimeProvider clock, CurrentPerson person, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var range = HuntRange.Parse(Given(form["from"], form["to"]) ? null : form["range"].ToString(), form["from"], form["to"], person.TimeZone);
        var resolved = range.Resolve(clock.GetUtcNow(), lake.Summarise().Last);
        await scans.AskAsync(person.Actor, resolved is { } r ? new ScanRequest(Bounded(r.From), Bounded(r.Until)) : new ScanRequest(), cancel);
        return http.Request.Headers.ContainsKey("HX-Request") ? await RunsAsync(name, desk, cancel) : TypedResults.LocalRedirect(DetectorAddress.Of(name));
    }

    private static bool Given(params IEnumerable<string?> times) => times.Any(time => !string.IsNullOrWhiteSpace(time));

    private static DateTimeOffset? Bounded(DateTimeOffset time) => time == DateTimeOffset.MinValue || time == DateTimeOffset.MaxValue ? null : time;
}
