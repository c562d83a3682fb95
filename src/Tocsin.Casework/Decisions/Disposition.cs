namespace Tocsin.Casework;

/// <summary>What a person decided about a signal.</summary>
public enum DispositionKind
{
    TruePositive,

    /// <summary>It is as claimed, and allowed: a newsroom, a test.</summary>
    BenignTruePositive,
    FalsePositive,
    Inconclusive,
    Duplicate,
}

/// <summary>A decision with its reason. Never changed; an undone one stays, marked.</summary>
public sealed class Disposition
{
    public long Id { get; init; }

    public required string SignalId { get; init; }

    public DispositionKind Kind { get; init; }

    public required string Reason { get; init; }

    /// <summary>The signal that this one repeats; set for <see cref="DispositionKind.Duplicate"/> alone.</summary>
    public string? DuplicateOf { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How many accounts the signal had then.</summary>
    public int Accounts { get; init; }

    public DateTimeOffset? UndoneAt { get; internal set; }

    public string? UndoneBy { get; internal set; }

    /// <summary>What undoing restores.</summary>
    internal SignalStatus StateBefore { get; init; }

    internal string? SnoozedByBefore { get; init; }

    internal DateTimeOffset? SnoozedUntilBefore { get; init; }

    internal bool SnoozedUntilGrownBefore { get; init; }

    internal long? DispositionBefore { get; init; }
}
