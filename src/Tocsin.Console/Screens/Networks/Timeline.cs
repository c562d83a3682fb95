namespace Tocsin.Console.Screens.Networks;

/// <summary>Acts of the members over time against what is usual for them.</summary>
/// <param name="Width">Of a bucket.</param>
public sealed record Timeline(IReadOnlyList<TimeBucket> Buckets, TimeSpan Width)
{
    public DateTimeOffset First => Buckets[0].From;

    public DateTimeOffset Last => Buckets[^1].From + Width;

    public double Top => Math.Max(1, Buckets.Max(bucket => Math.Max(bucket.Acts, bucket.High)));
}

/// <summary>A stretch of time. <c>Low</c> to <c>High</c> is what is usual.</summary>
public sealed record TimeBucket(DateTimeOffset From, long Acts, double Expected, double Low, double High);
