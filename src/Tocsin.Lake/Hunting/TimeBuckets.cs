using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Hunting;

/// <summary>Equal stretches of time that cover a range, so wide that there are 40 to 120 of them, on round times of UTC (weeks start
/// on Monday). Ranges below 40 seconds have fewer.</summary>
public sealed class TimeBuckets
{
    private const int Most = 120;
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    // Each at most three times the one before, so that one of them always gives 40 to 120.
    private static readonly long[] Widths =
    [
        Second, 2 * Second, 5 * Second, 15 * Second, 30 * Second, Minute, 2 * Minute, 5 * Minute, 15 * Minute, 30 * Minute,
        Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day, 3 * Day, 7 * Day, 14 * Day, 28 * Day, 84 * Day, 252 * Day, 728 * Day, 2_184 * Day, 6_552 * Day, 19_656 * Day,
        58_968 * Day,
    ];

    // Monday, 5 January 1970.
    private const long Monday = 4 * Day;

    private readonly long _origin;

    private TimeBuckets(long from, long until, long width)
    {
        (MicrosPerBucket, _origin) = (width, Floor(from - Monday, width) * width + Monday);
        Count = (int)(Floor(until - 1 - _origin, width) + 1);
    }

    public int Count { get; }

    public TimeSpan Width => TimeSpan.FromMicroseconds(MicrosPerBucket);

    internal long MicrosPerBucket { get; }

    /// <summary>Where the first one starts.</summary>
    internal long Origin => _origin;

    /// <summary>Where a bucket starts.</summary>
    public DateTimeOffset this[int bucket] => Micros.ToTime(_origin + (bucket * MicrosPerBucket));

    /// <summary>Buckets for a range; where it has no end, those of what is counted are taken. Null when nothing is.</summary>
    internal static TimeBuckets? Over(TimeRange range, Func<long?> oldest, Func<long?> newest)
    {
        var from = range.From > DateTimeOffset.MinValue ? Micros.Of(range.From) : oldest();
        var until = range.Until < DateTimeOffset.MaxValue ? Micros.Of(range.Until) : newest() + 1;
        return from is { } start && until is { } end ? Over(start, end) : null;
    }

    /// <summary>Buckets for a range in microseconds; the end is not in it.</summary>
    internal static TimeBuckets Over(long from, long until)
    {
        until = Math.Max(until, from + 1);
        var width = Array.Find(Widths, width => Floor(until - 1 - Monday, width) - Floor(from - Monday, width) < Most);
        return new TimeBuckets(from, until, width == 0 ? Widths[^1] : width);
    }

    /// <summary>The bucket of a time in microseconds, held within the range.</summary>
    internal int At(long micros) => (int)Math.Clamp(Floor(micros - _origin, MicrosPerBucket), 0, Count - 1);

    private static long Floor(long value, long by) => Math.DivRem(value, by) is var (whole, rest) && rest < 0 ? whole - 1 : whole;
}
