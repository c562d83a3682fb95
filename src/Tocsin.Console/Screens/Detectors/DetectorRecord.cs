using Tocsin.Casework;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Detectors;

/// <summary>What a detector found so far, and what people made of it.</summary>
/// <param name="Active">Signals that the last scan over their time still found.</param>
/// <param name="All">Every signal it ever raised.</param>
/// <param name="States">Active signals by state.</param>
/// <param name="Dispositions">All signals by what was decided last.</param>
/// <param name="Raised">Times at which the newest of its signals were first raised, newest first.</param>
public sealed record DetectorRecord(
    DetectorDescription Detector,
    int Active,
    int All,
    IReadOnlyDictionary<SignalStatus, int> States,
    IReadOnlyDictionary<DispositionKind, int> Dispositions,
    IReadOnlyList<DateTimeOffset> Raised)
{
    /// <summary>Whether it does what is expected of it.</summary>
    public DetectorPulse Pulse { get; init; } = DetectorPulse.Steady;

    /// <summary>How often it was right. A benign true positive is what was claimed, if allowed; the inconclusive and the duplicate
    /// judge nothing.</summary>
    public Precision Precision
    {
        get
        {
            var right = Decided(DispositionKind.TruePositive) + Decided(DispositionKind.BenignTruePositive);
            return new Precision(right, right + Decided(DispositionKind.FalsePositive));
        }
    }

    public int In(SignalStatus state) => States.GetValueOrDefault(state);

    public int Decided(DispositionKind kind) => Dispositions.GetValueOrDefault(kind);

    /// <summary>Signals raised on each of the last days, oldest first.</summary>
    public IReadOnlyList<double> RaisedPerDay(DateTimeOffset now, int days)
    {
        var counts = new double[days];
        foreach (var raised in Raised)
        {
            var ago = (int)Math.Floor((now - raised).TotalDays);
            if (ago >= 0 && ago < days) counts[days - 1 - ago]++;
        }
        return counts;
    }
}
