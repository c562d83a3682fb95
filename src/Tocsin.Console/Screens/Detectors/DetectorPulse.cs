using Tocsin.Core.Assessment;

namespace Tocsin.Console.Screens.Detectors;

/// <summary>Whether a detector does what is expected of it.</summary>
public enum DetectorPulse
{
    /// <summary>It has not run yet.</summary>
    NeverRan,

    /// <summary>Events came in since it last ran, and that is long ago.</summary>
    Behind,

    /// <summary>It runs, and has long raised nothing new.</summary>
    Silent,

    /// <summary>More than people can look at, or mostly wrong.</summary>
    Noisy,

    Steady,
}

/// <summary>Tells how a detector does, from when it ran and what it raised.</summary>
internal static class DetectorPulses
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(30);
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <summary>Raised within a day beyond which nobody keeps up.</summary>
    private const int Flood = 100;

    private const int EnoughJudged = 10;

    /// <summary>The first of the states that fits, the more pressing first.</summary>
    /// <param name="now">The present.</param>
    /// <param name="lastRun">When it last ran to its end.</param>
    /// <param name="behind">Whether the lake holds more than it did then.</param>
    /// <param name="raised">When its signals were raised, newest first.</param>
    /// <param name="precision">How often it was right.</param>
    public static DetectorPulse Of(DateTimeOffset now, DateTimeOffset? lastRun, bool behind, IReadOnlyList<DateTimeOffset> raised, Precision precision)
    {
        // The command line scans too, and keeps no run.
        if (lastRun is not { } ran) return raised.Count == 0 ? DetectorPulse.NeverRan : DetectorPulse.Steady;
        if (behind && now > ran + Late) return DetectorPulse.Behind;
        if (precision.Judged >= EnoughJudged && precision.Interval.High < 0.5) return DetectorPulse.Noisy;
        // Its first scan finds at once what gathered over months: that is no flood.
        var first = raised.Count == 0 ? now : raised[^1];
        if (raised.Count(at => at > now.AddDays(-1) && at > first + Late) > Flood) return DetectorPulse.Noisy;
        return raised.Count == 0 || raised[0] < now - Quiet ? DetectorPulse.Silent : DetectorPulse.Steady;
    }
}
