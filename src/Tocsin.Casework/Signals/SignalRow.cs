using Tocsin.Core.Assessment;

namespace Tocsin.Casework;

/// <summary>What is to be done about a signal.</summary>
public enum SignalStatus
{
    Open,
    Snoozed,
    Decided,
}

public enum Novelty
{
    /// <summary>No scan but the first has changed it.</summary>
    New,
    Recurring,
}

/// <summary>
/// A signal as lists need it; the signal whole rests in <see cref="SignalDocument"/>, so that listing never reads documents.
/// Snoozes and holds end by the clock without a write: ask <see cref="SignalState"/>, not the row, what holds now.
/// </summary>
public sealed class SignalRow
{
    public required string Id { get; init; }

    public required string Kind { get; set; }

    public required string Detector { get; set; }

    public double Score { get; set; }

    public double Probability { get; set; }

    public Likelihood Likelihood { get; set; }

    public Severity Severity { get; set; }

    /// <summary>The sentence, cut to 1,000 characters.</summary>
    public required string Claim { get; set; }

    public int Accounts { get; set; }

    /// <summary>Platforms of the members, as <see cref="NameList"/> joins them.</summary>
    public required string Platforms { get; set; }

    /// <summary>Kinds of observable that tie the members, as <see cref="NameList"/> joins them.</summary>
    public required string Kinds { get; set; }

    public DateTimeOffset First { get; set; }

    public DateTimeOffset Last { get; set; }

    public DateTimeOffset Raised { get; set; }

    public DateTimeOffset Updated { get; set; }

    public bool Active { get; set; }

    /// <summary>Grows by one with every write that others should know of; what optimistic concurrency compares.</summary>
    public int Version { get; set; }

    public SignalStatus State { get; set; }

    public string? AssigneeId { get; set; }

    public string? AssigneeName { get; set; }

    public string? HeldBy { get; set; }

    public string? HeldByName { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }

    public string? SnoozedBy { get; set; }

    public DateTimeOffset? SnoozedUntil { get; set; }

    public bool SnoozedUntilGrown { get; set; }

    public long? DispositionId { get; set; }

    public DispositionKind? LastDisposition { get; set; }

    /// <summary>How many accounts it had when it was decided.</summary>
    public int? DecidedAccounts { get; set; }

    public Novelty Novelty { get; set; }

    public int Comments { get; set; }

    internal bool IsHeld(DateTimeOffset now) => HeldUntil > now;

    internal bool IsHeldByOther(string person, DateTimeOffset now) => IsHeld(now) && HeldBy != person;

    internal bool HasWoken(DateTimeOffset now) => State == SignalStatus.Snoozed && SnoozedUntil <= now;

    internal void Wake() => (State, SnoozedBy, SnoozedUntil, SnoozedUntilGrown) = (SignalStatus.Open, null, null, false);

    internal void EndHold() => (HeldBy, HeldByName, HeldUntil) = (null, null, null);
}

/// <summary>An account that is a member of a signal, to find the signals of an account by.</summary>
public sealed class SignalMember
{
    /// <summary>The account's key in the lake.</summary>
    public ulong Account { get; init; }

    public required string SignalId { get; init; }
}

/// <summary>A signal whole, compressed.</summary>
public sealed class SignalDocument
{
    public required string SignalId { get; init; }

    public required byte[] Document { get; set; }
}

/// <summary>What the queue's search looks through, folded to lower case.</summary>
public sealed class SignalWords
{
    public required string SignalId { get; init; }

    public required string Text { get; set; }
}

/// <summary>The signal as it stood after a scan that changed it.</summary>
public sealed class SignalVersion
{
    public long Id { get; init; }

    public required string SignalId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What the scan did: <c>raised</c>, <c>grown</c>…</summary>
    public required string Change { get; init; }

    public required string Sentence { get; init; }

    public double Score { get; init; }

    public int Accounts { get; init; }

    public required byte[] Document { get; init; }
}
