using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Hunting;

namespace Tocsin.Lake.Acts;

/// <summary>
/// What some accounts did over time against what they would have done in step with everybody else: their total spread as
/// everybody else's acts are, in a band of two standard deviations of a Poisson count.
/// </summary>
/// <param name="Width">Length of each bucket.</param>
/// <param name="Buckets">40 to 120 of them over the range, without gaps.</param>
public sealed record SignalTimeline(TimeSpan Width, IReadOnlyList<TimelineBucket> Buckets)
{
    private const string Counts = """
        SELECT (epoch_us(time) - ?) // ? AS bucket, count(*), count(w.key)
        FROM events e LEFT JOIN wanted w ON w.key = e.account WHERE time >= ? AND time < ? GROUP BY bucket
        """;

    /// <summary>Reads the timeline of these accounts; a range without ends is taken to those of the lake.</summary>
    public static SignalTimeline Of(DuckDbLake lake, IReadOnlyCollection<ulong> accounts, TimeRange range, CancellationToken cancel = default)
    {
        using var connection = lake.Database.Connect();
        using var snapshot = connection.Begin();
        if (TimeBuckets.Over(range, () => EventCounts.EndOf(connection, "min"), () => EventCounts.EndOf(connection, "max")) is not { } buckets)
            return new SignalTimeline(TimeSpan.Zero, []);
        KeyTable.Fill(connection, "wanted", [.. accounts.Distinct()]);
        var (others, theirs) = (new long[buckets.Count], new long[buckets.Count]);
        using var rows = connection.Query(
            Counts, [buckets.Origin, buckets.MicrosPerBucket, RangeEnds.From(range), RangeEnds.Until(range)], cancel);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                var bucket = (int)chunk[0].Values<long>()[i];
                theirs[bucket] = chunk[2].Values<long>()[i];
                others[bucket] = chunk[1].Values<long>()[i] - theirs[bucket];
            }
        }
        return Compare(buckets, theirs, others);
    }

    // With nobody else in the lake, evenly spread is the best guess there is.
    private static SignalTimeline Compare(TimeBuckets buckets, long[] theirs, long[] others)
    {
        var (acts, everybody) = (theirs.Sum(), others.Sum());
        var compared = new TimelineBucket[buckets.Count];
        for (var i = 0; i < compared.Length; i++)
        {
            var expected = everybody == 0 ? (double)acts / buckets.Count : (double)acts * others[i] / everybody;
            var band = 2 * Math.Sqrt(expected);
            compared[i] = new TimelineBucket(buckets[i], theirs[i], expected, Math.Max(0, expected - band), expected + band);
        }
        return new SignalTimeline(buckets.Width, compared);
    }
}

/// <summary>Acts from a time to the next bucket's, with the number expected and its band.</summary>
public readonly record struct TimelineBucket(DateTimeOffset From, long Acts, double Expected, double Low, double High);
