namespace Tocsin.Core.Events;

/// <summary>What an account did. Numbers are stored; never renumber.</summary>
public enum EventKind : byte
{
    Post = 1,
    Reply = 2,
    Repost = 3,
    Quote = 4,
    Like = 5,
    Follow = 6,
    Share = 7,
    Message = 8,
    Video = 9,
}

/// <summary>One account doing one thing to one object at one time; never changed (after ActivityStreams).</summary>
public sealed record Event
{
    /// <summary>Lower-case name of the platform, e.g. <c>x</c>, <c>bluesky</c>, <c>reddit</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's own id of this event; unique within the platform.</summary>
    public required string Id { get; init; }

    /// <summary>The platform's own id of the acting account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it happened, UTC; kept to the microsecond.</summary>
    public required DateTimeOffset Time { get; init; }

    public EventKind Kind { get; init; } = EventKind.Post;

    /// <summary>The text as published, not folded.</summary>
    public string? Text { get; init; }

    /// <summary>BCP 47 language tag as the platform gave it.</summary>
    public string? Language { get; init; }

    /// <summary>The platform's id of what this event replies to, reposts, quotes, likes or follows.</summary>
    public string? TargetId { get; init; }

    public ulong Key => Keys.Of(Platform, Id);

    public ulong AccountKey => Keys.Of(Platform, AccountId);
}

/// <summary>What an event says about the account that acted. Null means the source did not say.</summary>
public sealed record AccountProfile
{
    public required string Platform { get; init; }
    public required string Id { get; init; }
    public string? Handle { get; init; }
    public string? DisplayName { get; init; }
    public string? Bio { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public long? Followers { get; init; }
    public long? Following { get; init; }

    public ulong Key => Keys.Of(Platform, Id);
}

/// <summary>An event with its author and the observables it carries. A format fills those that fields name;
/// extraction adds those found in the text; <see cref="ILake.Write"/> stores what is here.</summary>
public sealed record IncomingEvent(Event Event, AccountProfile Author, IReadOnlyList<Observable> Observables);
