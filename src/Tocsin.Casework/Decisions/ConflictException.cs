namespace Tocsin.Casework;

public enum ConflictKind
{
    /// <summary>Somebody wrote since the version that the caller had seen.</summary>
    Changed,

    /// <summary>Somebody else works on it.</summary>
    Held,
}

/// <summary>A write was refused and changed nothing, because others were there first.</summary>
/// <param name="subject">What it was on, e.g. <c>signal:N-7F3K2M</c>.</param>
/// <param name="current">The signal as it stands now; null when the conflict is not about a signal.</param>
/// <param name="changes">Who wrote what since the caller's version, oldest first.</param>
public sealed class ConflictException(ConflictKind kind, string subject, SignalState? current, IReadOnlyList<AuditEntry> changes)
    : Exception(Tell(kind, subject, current, changes))
{
    public ConflictKind Kind { get; } = kind;

    public string Subject { get; } = subject;

    public SignalState? Current { get; } = current;

    public IReadOnlyList<AuditEntry> Changes { get; } = changes;

    private static string Tell(ConflictKind kind, string subject, SignalState? current, IReadOnlyList<AuditEntry> changes) => kind == ConflictKind.Held
        ? $"{subject} is held by {current?.HeldByName} until {current?.HeldUntil:u}"
        : $"{subject} has changed: {string.Join(", ", changes.Select(c => $"{c.Verb} by {c.ActorName} at {c.At:u}"))}";
}

/// <summary>What a write was to change is not there, or not the actor's.</summary>
public sealed class MissingException(string subject) : Exception($"there is no {subject}")
{
    public string Subject { get; } = subject;
}
