namespace Tocsin.Casework;

/// <summary>One write: who did what to what, and what it changed. Never changed, never deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>Grows in the order in which writes took effect: who has seen N never misses a smaller one later.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public ActorKind ActorKind { get; init; }

    /// <summary>What was done, e.g. <c>signal.decided</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>To what, e.g. <c>signal:N-7F3K2M</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The subject's version after the write, where it has one.</summary>
    public int? Version { get; init; }

    /// <summary>Small JSON of what was, and of what is.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public string? IdempotencyKey { get; init; }
}

/// <summary>What a write with an idempotency key answered.</summary>
internal sealed class Answer
{
    public required string ActorId { get; init; }

    public required string Key { get; init; }

    /// <summary>What was asked: verb and target.</summary>
    public required string Operation { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Result { get; init; }
}
