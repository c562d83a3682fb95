using System.Security.Claims;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Access;

/// <summary>What a signed-in principal carries: who, in which role, by which session or token.</summary>
internal static class PersonClaims
{
    public const string Session = "tocsin:session";
    public const string Token = "tocsin:token";
    public const string Scope = "tocsin:scope";
    public const string Proxy = "tocsin:proxy";

    public static ClaimsPrincipal Of(Person person, string scheme, params IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, person.Id), new(ClaimTypes.Name, person.Name), new(ClaimTypes.Role, person.Role.ToString()), .. more], scheme));

    /// <summary>Null when nobody is signed in.</summary>
    public static PersonRole? RoleOf(ClaimsPrincipal principal) =>
        Enum.TryParse<PersonRole>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    /// <summary>A person may do all that the role allows, a token only what it was made for.</summary>
    public static bool Allows(ClaimsPrincipal principal, string scope) => !ByToken(principal) || principal.HasClaim(Scope, scope);

    public static bool ByToken(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Token);

    public static string? SessionOf(ClaimsPrincipal principal) => principal.FindFirstValue(Session);
}
