using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tocsin.Console.Security.Access;

/// <summary>
/// The one place that holds for every endpoint, whatever it asked for when it was registered: who changes something is at
/// least an analyst, unless it is their own account or the door; and a token stays out of accounts and settings.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next)
{
    /// <summary>Where people come in: open to everybody, so kept short. A test walks all endpoints and holds that no other is.</summary>
    public static IReadOnlyList<string> Doors { get; } = ["/sign-in", "/sign-out", "/set-up", "/invite", "/recover", "/demo"];

    private static readonly string[] OwnAccount = ["/account"];
    private static readonly string[] PeopleOnly = ["/account", "/settings", .. Doors];

    public async Task InvokeAsync(HttpContext context, IAuthorizationService authorization)
    {
        var path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        if (PersonClaims.ByToken(context.User) && IsUnder(path, PeopleOnly)) await context.ForbidAsync();
        else if (ChangesNothing(context.Request.Method) || IsUnder(path, Doors) || IsUnder(path, OwnAccount) || AsksForWrite(context)) await next(context);
        else if ((await authorization.AuthorizeAsync(context.User, Policies.Write)).Succeeded) await next(context);
        else if (context.User.Identity?.IsAuthenticated == true) await context.ForbidAsync();
        else await context.ChallengeAsync();
    }

    public static bool ChangesNothing(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    /// <summary>Whether a route lies under one of the prefixes, on the border of a segment.</summary>
    public static bool IsUnder(string route, IEnumerable<string> prefixes)
    {
        var path = route.StartsWith('/') ? route : "/" + route;
        return prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/'));
    }

    /// <summary>Then the authorization middleware has already held it to that.</summary>
    private static bool AsksForWrite(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<IAllowAnonymous>() is null
        && metadata.GetOrderedMetadata<IAuthorizeData>().Any(ask => ask.Policy is Policies.Write or Policies.Ingest or Policies.Lead or Policies.Admin);
}
