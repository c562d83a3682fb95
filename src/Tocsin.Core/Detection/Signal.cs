using Tocsin.Core.Assessment;
using Tocsin.Core.Events;

namespace Tocsin.Core.Detection;

/// <summary>A scored, explained claim that needs attention. Serialised whole, as JSON, by <see cref="ISignalStore"/>.</summary>
public sealed record Signal
{
    /// <summary>Short, stable, speakable: kept for the life of the signal, e.g. <c>N-7F3K2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is claimed: <c>network</c>, later also <c>spike</c>, <c>ramp</c>, <c>emergence</c>…</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the detector, e.g. <c>coordination</c>.</summary>
    public required string Detector { get; init; }

    /// <summary>Rank order within a detector, 0 to 100; higher needs attention sooner.</summary>
    public required double Score { get; init; }

    /// <summary>Probability in [0, 1] behind the likelihood word.</summary>
    public required double Probability { get; init; }

    public Likelihood Likelihood => LikelihoodWords.Of(Probability);

    /// <summary>One plain sentence, numbers first.</summary>
    public required string Claim { get; init; }

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public IReadOnlyList<BenignExplanation> Benign { get; init; } = [];

    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>The strongest ties between members, strongest first.</summary>
    public IReadOnlyList<Tie> Ties { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<Ttp> Ttps { get; init; } = [];

    /// <summary>Figures of the whole, by name (density, synchrony, persistence…), for tables and comparison.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();

    /// <summary>Time of the first and the last event of the evidence.</summary>
    public required DateTimeOffset First { get; init; }

    public required DateTimeOffset Last { get; init; }

    /// <summary>When Tocsin first raised it, and when a scan last changed it.</summary>
    public required DateTimeOffset Raised { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>What scans did to it, oldest first.</summary>
    public IReadOnlyList<SignalChange> History { get; init; } = [];

    /// <summary>False once a scan over its time range no longer finds it, or it was merged into another.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>One reason for a score. Shares of a signal's reasons add up to 1.</summary>
/// <param name="Name">Machine name, e.g. <c>text</c>, <c>created_together</c>.</param>
/// <param name="Sentence">For people, with the figure observed and what chance would give.</param>
/// <param name="Share">Part of the score, in [0, 1].</param>
public sealed record Reason(string Name, string Sentence, double Share);

/// <summary>An innocent explanation and what testing it showed.</summary>
/// <param name="Name">Machine name: <c>news_burst</c>, <c>fandom</c>, <c>newsroom</c>, <c>scheduled_bot</c>, <c>mutual_friends</c>.</param>
/// <param name="Fits">How well it explains the signal, in [0, 1]; at 0.5 or more it stands.</param>
/// <param name="Finding">One sentence: what was checked and what came out.</param>
/// <param name="Tested">False when the data does not hold what testing it takes.</param>
public sealed record BenignExplanation(string Name, double Fits, string Finding, bool Tested = true);

public enum Role
{
    Member,
    Seeder,
    Amplifier,
    Bridge,
}

/// <summary>An account in a network.</summary>
/// <param name="Bits">Evidence that ties it to the others, in bits.</param>
/// <param name="Stability">Share of window and threshold settings under which it stays a member, in [0, 1].</param>
public sealed record Member(ulong Account, string Platform, string AccountId, string? Handle, Role Role, double Bits, double Stability);

/// <summary>Evidence that two accounts act together.</summary>
/// <param name="Leads">Share of co-actions in which <paramref name="A"/> acted first, in [0, 1].</param>
/// <param name="Kinds">Co-actions observed and expected by chance, and the bits, per kind of observable.</param>
public sealed record Tie(ulong A, ulong B, double Bits, double Leads, IReadOnlyList<TieKind> Kinds);

public sealed record TieKind(ObservableKind Kind, int Observed, double Expected, double Bits, double MedianGapSeconds);

/// <summary>One event a claim rests on.</summary>
/// <param name="Shared">The value it shares with others, as <c>kind:value</c>.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the event's canonical JSON (<see cref="EvidenceHash"/>).</param>
public sealed record Evidence(
    ulong Event, string Platform, string EventId, string AccountId, DateTimeOffset Time, string? Text, string Shared, string Sha256);

/// <summary>A technique: a DISARM id and name, with its phase of the Online Operations Kill Chain.</summary>
public sealed record Ttp(string Id, string Name, string Phase);

/// <summary>One line of a signal's history.</summary>
/// <param name="What"><c>raised</c>, <c>grown</c>, <c>shrunk</c>, <c>changed</c>, <c>merged</c>, <c>split</c>, <c>quiet</c>.</param>
public sealed record SignalChange(DateTimeOffset At, string What, string Sentence);
