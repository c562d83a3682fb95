using System.Security.Claims;

namespace Tocsin.Console.Security.Access;

/// <summary>What a signed-in principal carries: who, in which role, by which session or token.</summary>
internal static class PersonClaims
{
    public const string Session = "tocsin:session";
    public const string Token = "tocsin:token";
    public const string Scope = "tocsin:scope";

    /// <summary>Null when nobody is signed in.</summary>
    public static Role? RoleOf(ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    /// <summary>A person may do all that the role allows, a token only what it was made for.</summary>
    public static bool Allows(ClaimsPrincipal principal, string scope) => !ByToken(principal) || principal.HasClaim(Scope, scope);

    public static bool ByToken(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Token);

    public static string? IdOf(ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier);

    public static string? SessionOf(ClaimsPrincipal principal) => principal.FindFirstValue(Session);
}
