using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Api.Admin;

/// <summary>A link by which somebody joins.</summary>
/// <param name="Note">For whom it is.</param>
/// <param name="Days">How long it is good.</param>
public sealed record InviteRequest(PersonRole Role, [property: StringLength(200, MinimumLength = 1)] string Note, [property: Range(1, 30)] int Days);

/// <summary>An invite as it stands.</summary>
/// <param name="Link">Shown once, when it is made.</param>
public sealed record InviteView(
    long Id, string Role, string Note, string ByName, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Used, string? UsedBy, DateTimeOffset? Revoked, string? Link)
{
    internal static InviteView Of(Invite invite, string? link = null) => new(
        invite.Id, invite.Role, invite.Note, invite.ByName, invite.Created, invite.Expires, invite.Used, invite.UsedBy, invite.Revoked, link);
}

/// <summary>A key for a program.</summary>
/// <param name="Name">What will use it.</param>
/// <param name="Scopes">read, write, ingest.</param>
/// <param name="Days">How long it is good.</param>
public sealed record TokenRequest([property: StringLength(80, MinimumLength = 1)] string Name, [property: MinLength(1)] IReadOnlyList<string> Scopes, [property: Range(1, 365)] int Days);

/// <summary>A token as it stands.</summary>
/// <param name="Hint">Its first characters.</param>
/// <param name="Secret">Shown once, when it is made.</param>
public sealed record TokenView(
    long Id, string PersonId, string Name, string Hint, IReadOnlyList<string> Scopes, DateTimeOffset Created, DateTimeOffset? Expires, DateTimeOffset? LastUsed, DateTimeOffset? Revoked, string? Secret)
{
    internal static TokenView Of(ApiToken token, string? secret = null) => new(
        token.Id, token.PersonId, token.Name, token.Hint, token.Scopes.Split(' '), token.Created, token.Expires, token.LastUsed, token.Revoked, secret);
}

/// <summary>Invites and tokens.</summary>
internal static class InviteApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var invites = api.MapGroup("/invites").RequireAuthorization(Policies.Admin).WithTags("People");
        invites.MapGet("", ListInvitesAsync).Named("listInvites", "Links by which people join");
        invites.MapPost("", InviteAsync).InPersonOnly().Named("invite", "Make a link by which somebody joins").WithExample(new InviteRequest(PersonRole.Analyst, "Ben, night shift", 3));
        invites.MapDelete("/{id:long}", RevokeInviteAsync).InPersonOnly().Named("revokeInvite", "Revoke an invite");
        var tokens = api.MapGroup("/tokens").WithTags("People");
        tokens.MapGet("", ListTokensAsync).RequireAuthorization(Policies.Admin).Named("listTokens", "Everybody's tokens");
        tokens.MapPost("", MakeTokenAsync).RequireAuthorization(Policies.Write).InPersonOnly()
            .Named("makeToken", "Make a token of one's own").WithExample(new TokenRequest("nightly export", ["read"], 90));
        tokens.MapDelete("/{id:long}", RevokeTokenAsync).RequireAuthorization(Policies.Admin).InPersonOnly().Named("revokeToken", "End a token at once");
    }

    private static async Task<Ok<IReadOnlyList<InviteView>>> ListInvitesAsync(Invites invites, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<InviteView>>([.. (await invites.ListAsync(cancel)).Select(invite => InviteView.Of(invite))]);

    private static async Task<Created<InviteView>> InviteAsync(InviteRequest body, HttpRequest request, Invites invites, CurrentPerson person, CancellationToken cancel)
    {
        var issued = await invites.CreateAsync(person.Actor, body.Role.ToString(), body.Note, TimeSpan.FromDays(Bounds.Check("days", body.Days, 1, 30)), cancel);
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/invites/{issued.Item.Id}"), InviteView.Of(issued.Item, $"{request.Scheme}://{request.Host}/invite/{issued.Secret}"));
    }

    private static async Task<NoContent> RevokeInviteAsync(long id, Invites invites, CurrentPerson person, CancellationToken cancel)
    {
        await invites.RevokeAsync(person.Actor, id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<TokenView>>> ListTokensAsync(ApiTokens tokens, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<TokenView>>([.. (await tokens.ListAsync(null, cancel)).Select(token => TokenView.Of(token))]);

    private static async Task<Created<TokenView>> MakeTokenAsync(TokenRequest body, ApiTokens tokens, CurrentPerson person, CancellationToken cancel)
    {
        var unknown = body.Scopes.Except(Scopes.All).FirstOrDefault();
        if (unknown is not null || body.Scopes.Count == 0)
            throw new Core.Problem($"there is no scope '{unknown}'", "scopes", $"choose of {string.Join(", ", Scopes.All)}");
        var issued = await tokens.CreateAsync(person.Actor, body.Name, [.. body.Scopes.Distinct()], TimeSpan.FromDays(Bounds.Check("days", body.Days, 1, 365)), cancel);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/tokens/{issued.Item.Id}"), TokenView.Of(issued.Item, issued.Secret));
    }

    private static async Task<NoContent> RevokeTokenAsync(long id, ApiTokens tokens, CurrentPerson person, CancellationToken cancel)
    {
        await tokens.RevokeAsync(person.Actor, null, id, cancel);
        return TypedResults.NoContent();
    }
}
