using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Administration;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Api.Admin;

/// <summary>What somebody may do.</summary>
public sealed record RoleRequest(PersonRole Role);

/// <summary>Whether somebody may come in.</summary>
public sealed record AccessRequest(bool Disabled);

/// <summary>Who is asking, and what for: what a program finds out about its token.</summary>
/// <param name="ByToken">Whether a token asks, not a person.</param>
public sealed record Myself(string Id, string Name, PersonRole Role, bool ByToken);

/// <summary>Somebody who can be given signals.</summary>
public sealed record Teammate(string Id, string Name, PersonRole Role);

/// <summary>People and what they may do.</summary>
internal static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", (CurrentPerson person) => TypedResults.Ok(new Myself(person.Id, person.Name, person.Role, person.ByToken)))
            .RequireAuthorization(Policies.Read).WithTags("People").Named("getMyself", "Who is asking");
        api.MapGet("/team", TeamAsync).RequireAuthorization(Policies.Read).WithTags("People").Named("listTeam", "Who can be given signals");
        var people = api.MapGroup("/people").RequireAuthorization(Policies.Admin).WithTags("People");
        people.MapGet("", async (PeopleDesk desk) => TypedResults.Ok(await desk.ListAsync())).Named("listPeople", "Everybody with an account");
        people.MapPut("/{id}/role", ChangeRoleAsync).InPersonOnly().Named("changeRole", "Give somebody another role").WithExample(new RoleRequest(PersonRole.Lead));
        people.MapPut("/{id}/access", ChangeAccessAsync).InPersonOnly().Named("changeAccess", "Let somebody in no more, or again").WithExample(new AccessRequest(true));
    }

    private static async Task<Ok<IReadOnlyList<Teammate>>> TeamAsync(PeopleDesk desk) => TypedResults.Ok<IReadOnlyList<Teammate>>(
        [.. (await desk.ListAsync()).Where(one => one.Disabled is null && one.Role >= PersonRole.Analyst).Select(one => new Teammate(one.Id, one.Name, one.Role))]);

    private static async Task<NoContent> ChangeRoleAsync(string id, RoleRequest body, PeopleDesk desk, CurrentPerson person) =>
        Done(id, await desk.ChangeRoleAsync(person.Actor, id, body.Role));

    private static async Task<NoContent> ChangeAccessAsync(string id, AccessRequest body, PeopleDesk desk, CurrentPerson person) =>
        Done(id, body.Disabled ? await desk.DisableAsync(person.Actor, id) : await desk.EnableAsync(person.Actor, id));

    private static NoContent Done(string id, string? against) => against is null
        ? TypedResults.NoContent()
        : throw new RefusedException(StatusCodes.Status409Conflict, against, $"person:{id}", "GET /api/v1/people lists everybody");
}
