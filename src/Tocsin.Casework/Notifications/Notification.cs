namespace Tocsin.Casework;

/// <summary>Something one person should know.</summary>
public sealed class Notification
{
    public long Id { get; init; }

    public required string PersonId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Machine name: <c>assigned</c>, <c>mentioned</c>, <c>reopened</c>, <c>woken</c>…</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about, as audit entries have it: <c>signal:N-7F3K2M</c>.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset? ReadAt { get; internal set; }
}
