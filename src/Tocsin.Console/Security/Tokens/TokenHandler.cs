using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Tokens;

/// <summary>
/// <c>Authorization: Bearer toc_…</c>: acts for the person who made the token, within its scopes, and never beyond the role
/// that person has at the time.
/// </summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ApiTokens tokens, PersonDirectory people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "tocsin-token";
    private const string Bearer = "Bearer";
    private const int MaxLength = 200;

    public static bool IsAsked(string authorization) => authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        if (!IsAsked(authorization) || authorization.Length > MaxLength) return AuthenticateResult.NoResult();
        if (await tokens.UseAsync(authorization[Bearer.Length..].Trim(), Context.RequestAborted) is not { } token
            || await people.FindAsync(token.PersonId) is not { Disabled: false } person) return AuthenticateResult.Fail("no such token");
        Context.Features.Set(person);
        var scopes = token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => new Claim(PersonClaims.Scope, scope));
        var principal = PersonClaims.Of(person, Scheme.Name, [new(PersonClaims.Token, $"{token.Id}"), .. scopes]);
        return AuthenticateResult.Success(new(principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusal.SignInFirst(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.NotAllowed(Context);
}
