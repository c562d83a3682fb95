using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Screens.Hunts;
using Tocsin.Console.Security.Access;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Signals;

/// <summary>Tables of a signal, to take along.</summary>
internal static class SignalEndpoints
{
    public static void MapSignals(this IEndpointRouteBuilder app)
    {
        var signals = app.MapGroup("/signals/{id}").RequireAuthorization(Policies.Read).ExcludeFromDescription();
        signals.MapGet("/timeline.json", (string id, SignalStore store, TimelineShelf timelines, CancellationToken cancel) =>
            store.Find(id) is { } signal ? Results.Json(SignalTimes.Figured(timelines.Of(signal, cancel))) : Results.NotFound());
        signals.MapGet("/evidence.csv", (string id, SignalStore store) => Table(store.Find(id), id, "evidence", Evidence));
        signals.MapGet("/members.csv", (string id, SignalStore store) => Table(store.Find(id), id, "members", Members));
    }

    private static IResult Table(Signal? signal, string id, string name, Func<Signal, IEnumerable<string?[]>> rows)
    {
        if (signal is null) return Results.NotFound();
        var text = new StringBuilder();
        foreach (var row in rows(signal)) text.AppendJoin(',', row.Select(CsvCell.Of)).Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{id}-{name}.csv");
    }

    private static IEnumerable<string?[]> Evidence(Signal signal) => signal.Evidence
        .Select(item => new[] { item.Platform, item.EventId, item.AccountId, item.Time.ToString("O", CultureInfo.InvariantCulture), item.Shared, item.Text, item.Sha256 })
        .Prepend(["platform", "event", "account", "time", "shared", "text", "sha256"]);

    private static IEnumerable<string?[]> Members(Signal signal) => signal.Members
        .Select(member => new[]
        {
            member.Platform, member.AccountId, member.Handle, member.Role.ToString().ToLowerInvariant(), member.Bits.ToString(CultureInfo.InvariantCulture),
            member.Stability.ToString(CultureInfo.InvariantCulture),
        })
        .Prepend(["platform", "account", "handle", "role", "bits", "stability"]);
}
