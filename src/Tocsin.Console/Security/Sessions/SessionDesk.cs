using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Sessions;

/// <summary>Signs people in and out. The cookie only names a row; whether that row still holds is asked at every request.</summary>
internal sealed class SessionDesk(Casework.Sessions sessions, CaseworkDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);
    private static readonly TimeSpan Idle = TimeSpan.FromDays(3);

    private readonly ShortCache<Session> _cache = new(clock);

    /// <summary>The session, if it still holds.</summary>
    public async ValueTask<Session?> FindAsync(string id)
    {
        var session = await _cache.GetAsync(id, id => sessions.TouchAsync(id));
        return session is not null && session.LastSeen + Idle > clock.GetUtcNow() ? session : null;
    }

    /// <summary>Opens a session and gives the browser its cookie.</summary>
    /// <param name="method">How the person proved who they are: <c>password</c>, <c>code</c>, <c>passkey</c>, <c>link</c>, <c>demo</c>.</param>
    public async Task SignInAsync(HttpContext context, TocsinUser user, string method)
    {
        var session = await sessions.StartAsync(
            Person.ActorOf(user), method, Life, context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString(), context.RequestAborted);
        await NoteSignInAsync(user.Id);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(PersonClaims.Session, session.Id)], IdentityConstants.ApplicationScheme));
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = true, ExpiresUtc = session.Expires });
    }

    /// <summary>Closes the session that asks.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (context.Features.Get<Person>() is { } person && PersonClaims.SessionOf(context.User) is { } id) await EndAsync(person.Actor, person.Id, id);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public async Task EndAsync(Actor actor, string personId, string id)
    {
        await sessions.EndAsync(actor, personId, id);
        _cache.Forget(id);
    }

    /// <summary>Signs the person out everywhere, or everywhere else.</summary>
    public async Task EndAllAsync(Actor actor, string personId, string? except = null)
    {
        await sessions.EndAllAsync(actor, personId, except);
        _cache.ForgetAll();
    }

    private async Task NoteSignInAsync(string id)
    {
        await using var context = database.Connect();
        var now = clock.GetUtcNow();
        await context.Users.Where(user => user.Id == id).ExecuteUpdateAsync(user => user.SetProperty(one => one.LastSignIn, now));
    }
}
