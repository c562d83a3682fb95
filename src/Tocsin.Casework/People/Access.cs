namespace Tocsin.Casework;

/// <summary>One sign-in in one browser.</summary>
public sealed class Session
{
    /// <summary>Random; the cookie carries it. Not a secret by itself: the cookie is signed and encrypted.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public DateTimeOffset Started { get; init; }

    public DateTimeOffset LastSeen { get; internal set; }

    public DateTimeOffset Expires { get; internal set; }

    public DateTimeOffset? Ended { get; internal set; }

    public string? Address { get; init; }

    public string? Browser { get; init; }

    /// <summary>How they signed in: <c>password</c>, <c>passkey</c>, <c>sso</c>, <c>demo</c>.</summary>
    public required string Method { get; init; }
}

/// <summary>A link by which somebody joins with a role, once.</summary>
public sealed class Invite
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the secret, in hex: the secret itself is shown once and kept nowhere.</summary>
    public required string Hash { get; init; }

    public required string Role { get; init; }

    /// <summary>For whom, in words.</summary>
    public required string Note { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Used { get; internal set; }

    public string? UsedBy { get; internal set; }

    public DateTimeOffset? Revoked { get; internal set; }
}

/// <summary>A link by which the first Admin is made, or a demo's analyst signs in; once.</summary>
public sealed class SetupLink
{
    public long Id { get; init; }

    public required string Hash { get; init; }

    /// <summary><c>first-run</c>, <c>demo</c>, or <c>recovery</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Whom it signs in; null makes the first Admin.</summary>
    public string? PersonId { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Used { get; internal set; }
}

/// <summary>A key for programs, acting for the person who made it.</summary>
public sealed class ApiToken
{
    public long Id { get; init; }

    public required string Hash { get; init; }

    /// <summary>The first characters of the token, to tell it by.</summary>
    public required string Hint { get; init; }

    public required string PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>What it may do, e.g. <c>read</c>, <c>write</c>, <c>ingest</c>; separated by blanks.</summary>
    public required string Scopes { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public DateTimeOffset? LastUsed { get; internal set; }

    public DateTimeOffset? Revoked { get; internal set; }
}

/// <summary>How far a person has seen what happened.</summary>
public sealed class Watermark
{
    public required string PersonId { get; init; }

    /// <summary>Of what: <c>home</c>, <c>queue</c>…</summary>
    public required string Name { get; init; }

    /// <summary>The newest audit entry then.</summary>
    public long AuditId { get; internal set; }

    public DateTimeOffset At { get; internal set; }
}
