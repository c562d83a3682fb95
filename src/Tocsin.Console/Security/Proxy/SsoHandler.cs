using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;

namespace Tocsin.Console.Security.Proxy;

/// <summary>Single sign-on: the trusted proxy names the person in a header, and nobody else's header is looked at.</summary>
internal sealed class SsoHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SsoPeople people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "tocsin-proxy";

    /// <summary>Whether the request comes over a connection of the proxy's and names somebody.</summary>
    public static bool Vouches(HttpContext context, TrustedProxy? proxy) =>
        proxy?.UserHeader is { } header && proxy.IsPeer(PeerAddress.Of(context)) && context.Request.Headers.ContainsKey(header);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Two values mean that the proxy passed the visitor's own header along: then none can be believed.
        if (Context.RequestServices.GetService(typeof(TrustedProxy)) is not TrustedProxy proxy || !Vouches(Context, proxy)
            || Request.Headers[proxy.UserHeader!] is not [{ Length: > 0 } name]) return AuthenticateResult.NoResult();
        var role = proxy.RoleHeader is { } header ? Request.Headers[header].ToString() : null;
        if (await people.FindAsync(name, role) is not { Disabled: false } person) return AuthenticateResult.Fail("not one of ours");
        Context.Features.Set(person);
        return AuthenticateResult.Success(new(PersonClaims.Of(person, Scheme.Name, new Claim(PersonClaims.Proxy, $"{proxy.Address}")), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusal.NotAllowed(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.NotAllowed(Context);
}
