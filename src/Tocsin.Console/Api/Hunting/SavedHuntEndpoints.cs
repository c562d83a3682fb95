using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Api.Hunting;

/// <summary>A hunt to keep.</summary>
/// <param name="Mode">What the query is: words, or SQL.</param>
/// <param name="View">The range of time and other choices, as the screen's address has them.</param>
/// <param name="Note">What it is for.</param>
/// <param name="Shared">Whether others see it too; only its owner changes it.</param>
public sealed record HuntRequest(
    [property: StringLength(120, MinimumLength = 1)] string Name, HuntMode Mode, [property: StringLength(20_000, MinimumLength = 1)] string Query, string? View = null, bool Shared = false, string? Note = null)
{
    internal HuntDraft Draft => new(Name, Mode, Query, View, Shared, Note);
}

/// <summary>Saved hunts: one's own, and those that others share.</summary>
internal static class SavedHuntEndpoints
{
    private static readonly HuntRequest Example = new("Replies with that link", HuntMode.Words, "kind:reply domain:news.example", Shared: true);

    public static void Map(IEndpointRouteBuilder api)
    {
        var hunts = api.MapGroup("/hunts").WithTags("Hunting");
        hunts.MapGet("", ListAsync).RequireAuthorization(Policies.Read).Named("listHunts", "Saved hunts by name: one's own, and the shared");
        hunts.MapGet("/{id:long}", FindAsync).RequireAuthorization(Policies.Read).Named("getHunt", "A saved hunt");
        hunts.MapPost("", SaveAsync).RequireAuthorization(Policies.Write).Named("saveHunt", "Save a hunt").WithExample(Example);
        hunts.MapPut("/{id:long}", ChangeAsync).RequireAuthorization(Policies.Write).Named("changeHunt", "Change a hunt of one's own").WithExample(Example);
        hunts.MapDelete("/{id:long}", DeleteAsync).RequireAuthorization(Policies.Write).Named("deleteHunt", "Delete a hunt of one's own");
    }

    private static async Task<Ok<IReadOnlyList<Hunt>>> ListAsync(Hunts hunts, CurrentPerson person, CancellationToken cancel) => TypedResults.Ok(await hunts.ListAsync(person.Id, cancel));

    private static async Task<Ok<Hunt>> FindAsync(long id, Hunts hunts, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await hunts.FindAsync(person.Id, id, cancel) ?? throw new MissingException($"hunt:{id}"));

    private static async Task<Created<Hunt>> SaveAsync(HuntRequest body, Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        var hunt = await hunts.SaveAsync(person.Actor, body.Draft, cancel);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/hunts/{hunt.Id}"), hunt);
    }

    private static async Task<Ok<Hunt>> ChangeAsync(
        long id, HuntRequest body, [FromHeader(Name = "If-Match")] string? ifMatch, Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        var version = await Seen.VersionAsync(ifMatch, async () => (await hunts.FindAsync(person.Id, id, cancel) ?? throw new MissingException($"hunt:{id}")).Version);
        return TypedResults.Ok(await hunts.ChangeAsync(person.Actor, id, version, body.Draft, cancel));
    }

    private static async Task<NoContent> DeleteAsync(long id, Hunts hunts, CurrentPerson person, CancellationToken cancel)
    {
        await hunts.DeleteAsync(person.Actor, id, cancel);
        return TypedResults.NoContent();
    }
}
