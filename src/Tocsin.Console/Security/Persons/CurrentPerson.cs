using Microsoft.AspNetCore.Http;
using Tocsin.Casework;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Security.Persons;

/// <summary>Who is asking, in this request.</summary>
public sealed class CurrentPerson
{
    private const int MaxKeyLength = 100;

    private readonly IHttpContextAccessor _accessor;

    internal CurrentPerson(IHttpContextAccessor accessor) => _accessor = accessor;

    public bool SignedIn => Found is not null;

    public string Id => Known.Id;

    /// <summary>As others read it; may hold any characters, so show it in <c>bdi</c>.</summary>
    public string Name => Known.Name;

    public string UserName => Known.UserName;

    public PersonRole Role => Known.Role;

    /// <summary>Whether a program asks, with a token of this person's.</summary>
    public bool ByToken => _accessor.HttpContext is { } context && PersonClaims.ByToken(context.User);

    /// <summary>The session in whose name the request comes; null for a token or single sign-on.</summary>
    public string? Session => _accessor.HttpContext is { } context ? PersonClaims.SessionOf(context.User) : null;

    /// <summary>Whether a proxy vouches for the person: then this console holds no password of theirs.</summary>
    public bool BySingleSignOn => _accessor.HttpContext is { } context && context.User.HasClaim(claim => claim.Type == PersonClaims.Proxy);

    /// <summary>Whom to write down as having done it, with the request's <c>Idempotency-Key</c>.</summary>
    public Actor Actor => new(Known.Id, Known.Name, ByToken ? ActorKind.Token : ActorKind.Person)
    {
        IdempotencyKey = _accessor.HttpContext?.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= MaxKeyLength } key ? key : null,
    };

    /// <summary>Before sign-in, what everybody gets.</summary>
    public Preferences Preferences => Found?.Preferences ?? new();

    /// <summary>The zone chosen, else UTC: the browser then shows its own.</summary>
    public TimeZoneInfo TimeZone =>
        Preferences.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Whether the person's role is at least this: what a page shows or hides. The endpoint decides again.</summary>
    public bool Is(PersonRole least) => Found is { } person && person.Role >= least;

    private Person? Found => _accessor.HttpContext?.Features.Get<Person>();

    private Person Known => Found ?? throw new InvalidOperationException("Nobody is signed in.");
}
