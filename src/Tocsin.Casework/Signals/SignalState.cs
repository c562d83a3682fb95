using Tocsin.Core.Assessment;

namespace Tocsin.Casework;

/// <summary>A signal as it stands at one moment: a row of the queue, and what every write on a signal answers.</summary>
public sealed record SignalState
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Detector { get; init; }

    public double Score { get; init; }

    public double Probability { get; init; }

    public Likelihood Likelihood { get; init; }

    public Severity Severity { get; init; }

    public required string Claim { get; init; }

    public int Accounts { get; init; }

    public required IReadOnlyList<string> Platforms { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public DateTimeOffset First { get; init; }

    public DateTimeOffset Last { get; init; }

    public DateTimeOffset Raised { get; init; }

    public DateTimeOffset Updated { get; init; }

    public bool Active { get; init; }

    /// <summary>To be given back with a write, so that nobody decides on what has changed meanwhile.</summary>
    public int Version { get; init; }

    public SignalStatus State { get; init; }

    public string? AssigneeId { get; init; }

    public string? AssigneeName { get; init; }

    /// <summary>Who works on it right now, until when; null when nobody, or when the hold has run out.</summary>
    public string? HeldBy { get; init; }

    public string? HeldByName { get; init; }

    public DateTimeOffset? HeldUntil { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public bool SnoozedUntilGrown { get; init; }

    public long? DispositionId { get; init; }

    public DispositionKind? LastDisposition { get; init; }

    public Novelty Novelty { get; init; }

    public int Comments { get; init; }

    internal static SignalState Of(SignalRow row, DateTimeOffset now)
    {
        var (held, awake) = (row.IsHeld(now), row.HasWoken(now));
        return new SignalState
        {
            Id = row.Id,
            Kind = row.Kind,
            Detector = row.Detector,
            Score = row.Score,
            Probability = row.Probability,
            Likelihood = row.Likelihood,
            Severity = row.Severity,
            Claim = row.Claim,
            Accounts = row.Accounts,
            Platforms = NameList.Split(row.Platforms),
            Kinds = NameList.Split(row.Kinds),
            First = row.First,
            Last = row.Last,
            Raised = row.Raised,
            Updated = row.Updated,
            Active = row.Active,
            Version = row.Version,
            State = awake ? SignalStatus.Open : row.State,
            AssigneeId = row.AssigneeId,
            AssigneeName = row.AssigneeName,
            HeldBy = held ? row.HeldBy : null,
            HeldByName = held ? row.HeldByName : null,
            HeldUntil = held ? row.HeldUntil : null,
            SnoozedUntil = awake ? null : row.SnoozedUntil,
            SnoozedUntilGrown = !awake && row.SnoozedUntilGrown,
            DispositionId = row.DispositionId,
            LastDisposition = row.LastDisposition,
            Novelty = row.Novelty,
            Comments = row.Comments,
        };
    }
}
