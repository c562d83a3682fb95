namespace Tocsin.Casework;

public sealed class Comment
{
    public long Id { get; init; }

    public required string SignalId { get; init; }

    public required string Text { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A statement about a signal or account that everybody sees, with a reason and mostly an end.</summary>
public sealed class Label
{
    public long Id { get; init; }

    public SubjectKind SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public required string Text { get; init; }

    public required string Reason { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>From then on it no longer holds; null means that it has no end.</summary>
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>A word that only its author sees.</summary>
public sealed class Tag
{
    public long Id { get; init; }

    public SubjectKind SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public required string OwnerId { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A person's word on whether an account belongs to a network.</summary>
public sealed class MemberDecision
{
    public required string SignalId { get; init; }

    /// <summary>The account's key in the lake.</summary>
    public ulong Account { get; init; }

    public bool Included { get; internal set; }

    public required string Reason { get; set; }

    public required string ById { get; set; }

    public required string ByName { get; set; }

    public DateTimeOffset At { get; internal set; }
}
