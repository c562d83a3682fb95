using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Sessions;

/// <summary>
/// What happens at each request with our cookie: the session must still hold, the person must still be here, and the role is
/// the one they have now, not the one they had when they signed in.
/// </summary>
internal sealed class SessionCookie(SessionDesk desk, PersonDirectory people, ConsoleOptions options) : CookieAuthenticationEvents
{
    public const string Demo = "demo";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && PersonClaims.SessionOf(principal) is { } id
            && await desk.FindAsync(id) is { } session && (session.Method != Demo || options.OnLoopback)
            && await people.FindAsync(session.PersonId) is { Disabled: false } person)
        {
            context.HttpContext.Features.Set(person);
            context.ReplacePrincipal(PersonClaims.Of(person, IdentityConstants.ApplicationScheme, new Claim(PersonClaims.Session, id)));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Refusal.SignInFirst(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Refusal.NotAllowed(context.HttpContext);
}
