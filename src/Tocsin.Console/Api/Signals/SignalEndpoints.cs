using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Core.Detection;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Api.Signals;

/// <summary>Reading signals.</summary>
internal static class SignalEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var signals = api.MapGroup("/signals").RequireAuthorization(Policies.Read).WithTags("Signals");
        signals.MapGet("", ListAsync).Named("listSignals", "Signals, the most urgent first, as JSON or CSV").Produces<Listed<SignalState>>().WithMetadata(new AlsoCsv());
        signals.MapGet("/facets", FacetsAsync).Named("countSignals", "How many signals there are, by everything they can be narrowed by");
        signals.MapGet("/{id}", FindAsync).Named("getSignal", "A signal whole, with all that people did to it");
        signals.MapGet("/{id}/history", HistoryAsync).Named("getSignalHistory", "What scans and people did to a signal");
        signals.MapGet("/{id}/evidence", EvidenceAsync).Named("getEvidence", "The events that a claim rests on, with their hashes");
        signals.MapGet("/{id}/network", NetworkAsync).Named("getNetwork", "The graph of a network: accounts, ties, places");
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] SignalSearch search, string? cursor, int? limit, string? format, HttpRequest request, SignalQueue signals, CurrentPerson person, CancellationToken cancel)
    {
        var filter = search.Filter(person.Id);
        if (WantsCsv(format, request)) return new SignalCsv(signals, filter);
        var page = await signals.ListAsync(filter, cursor, Listed.Size(limit), cancel);
        return TypedResults.Ok(new Listed<SignalState>(page.Items, page.Next));
    }

    private static async Task<Ok<QueueFacets>> FacetsAsync([AsParameters] SignalSearch search, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await signals.FacetsAsync(search.Filter(person.Id), cancel));

    private static async Task<Ok<SignalFile>> FindAsync(string id, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await FileAsync(id, signals, person, cancel));

    private static async Task<Ok<Listed<HistoryEntry>>> HistoryAsync(
        string id, string? cursor, int? limit, SignalQueue signals, AuditLog audit, CurrentPerson person, CancellationToken cancel)
    {
        await StateAsync(id, signals, cancel);
        var entries = await audit.ListAsync(new() { Subject = Subject.Signal(id).ToString() }, Cursors.Id(cursor), Listed.Take(limit), cancel);
        // Whose private tags these are is nobody else's business.
        var page = Listed.ById(entries, limit, entry => entry.Id, HistoryEntry.Of);
        return TypedResults.Ok(page with { Items = [.. page.Items.Where(entry => !entry.Verb.StartsWith("tag.", StringComparison.Ordinal) || entry.ById == person.Id)] });
    }

    private static async Task<Ok<IReadOnlyList<Evidence>>> EvidenceAsync(string id, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok((await FileAsync(id, signals, person, cancel)).Signal.Evidence);

    private static async Task<Ok<NetworkView>> NetworkAsync(string id, SignalQueue signals, INetworkStore networks, CancellationToken cancel)
    {
        await StateAsync(id, signals, cancel);
        return TypedResults.Ok(NetworkView.Of(networks.Find(id)?.Unpack() ?? throw new MissingException($"network of {id}")));
    }

    internal static async Task<SignalFile> FileAsync(string id, SignalQueue signals, CurrentPerson person, CancellationToken cancel) =>
        await signals.FindAsync(id, person.Id, cancel) ?? throw new MissingException(Subject.Signal(id).ToString());

    private static async Task<SignalState> StateAsync(string id, SignalQueue signals, CancellationToken cancel) =>
        await signals.StateAsync(id, cancel) ?? throw new MissingException(Subject.Signal(id).ToString());

    private static bool WantsCsv(string? format, HttpRequest request) =>
        format is not null ? format.Equals("csv", StringComparison.OrdinalIgnoreCase) : request.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Something that was done to a signal, by a scan or a person.</summary>
/// <param name="Version">The signal's version after it.</param>
/// <param name="Before">Small JSON of what was.</param>
/// <param name="After">Small JSON of what is.</param>
public sealed record HistoryEntry(long Id, DateTimeOffset At, string Verb, string ById, string ByName, ActorKind ByKind, int? Version, string? Before, string? After)
{
    internal static HistoryEntry Of(AuditEntry entry) =>
        new(entry.Id, entry.At, entry.Verb, entry.ActorId, entry.ActorName, entry.ActorKind, entry.Version, entry.Before, entry.After);
}
