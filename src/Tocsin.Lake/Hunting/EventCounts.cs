using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Hunting;

/// <summary>Counts events over time in the lake itself, where every event counts.</summary>
internal static class EventCounts
{
    public static HuntChart Chart(Database lake, TimeRange range, CancellationToken cancel)
    {
        using var connection = lake.Connect();
        using var snapshot = connection.BeginReadOnly();
        if (TimeBuckets.Over(range, () => EndOf(connection, "min"), () => EndOf(connection, "max")) is not { } buckets)
            return HuntChart.Empty;
        var counts = new long[buckets.Count];
        using var rows = connection.Query(
            "SELECT (epoch_us(time) - ?) // ? AS bucket, count(*) FROM events WHERE time >= ? AND time < ? GROUP BY bucket",
            [buckets.Origin, buckets.MicrosPerBucket, RangeEnds.From(range), RangeEnds.Until(range)], cancel);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                counts[chunk[0].Values<long>()[i]] = chunk[1].Values<long>()[i];
        }
        return HuntChart.Of(buckets, counts);
    }

    /// <summary>The time of the first (min) or last (max) event.</summary>
    public static long? EndOf(Connection connection, string end)
    {
        using var rows = connection.Query($"SELECT {end}(time) FROM events");
        return rows.Read(out var chunk) && !chunk[0].IsNull(0) ? chunk[0].Values<long>()[0] : null;
    }
}
