namespace Tocsin.Lake.Hunting;

/// <summary>How many events a hunt finds over time.</summary>
/// <param name="Width">Length of each bucket.</param>
/// <param name="Buckets">Without gaps, from the start of the range (or of what was found, when there is no range) to its end.</param>
/// <param name="Total">All that was found.</param>
public sealed record HuntChart(TimeSpan Width, IReadOnlyList<HuntBucket> Buckets, long Total)
{
    public static HuntChart Empty { get; } = new(TimeSpan.Zero, [], 0);

    internal static HuntChart Of(TimeBuckets buckets, long[] counts) =>
        new(buckets.Width, [.. counts.Select((count, i) => new HuntBucket(buckets[i], count))], counts.Sum());
}

/// <summary>The events from a time to the next bucket's.</summary>
public readonly record struct HuntBucket(DateTimeOffset From, long Count);
