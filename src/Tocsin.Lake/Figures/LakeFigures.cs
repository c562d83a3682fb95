using Tocsin.Lake.Accounts;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Figures;

/// <summary>What stands on a front page: how much there is, how fresh it is, and how much came on each day.</summary>
public sealed class LakeFigures
{
    private readonly Database _lake;

    internal LakeFigures(Database lake) => _lake = lake;

    /// <summary>When the newest event happened; null for an empty lake. What it is behind the clock is the lag.</summary>
    public DateTimeOffset? Newest()
    {
        using var connection = _lake.Connect();
        using var rows = connection.Query("SELECT max(time) FROM events");
        return rows.Read(out var chunk) && !chunk[0].IsNull(0) ? Micros.ToTime(chunk[0].Values<long>()[0]) : null;
    }

    /// <summary>Events of each of the last days of UTC, the day of <paramref name="until"/> last; days without events are zero.</summary>
    public IReadOnlyList<DayCount> EventsPerDay(int days, DateTimeOffset until)
    {
        var last = DateOnly.FromDateTime(until.UtcDateTime);
        var first = last.AddDays(1 - days);
        var counts = new Dictionary<DateOnly, long>();
        using var connection = _lake.Connect();
        using var rows = connection.Query(
            "SELECT time::DATE, count(*) FROM events WHERE time >= ? AND time < ? GROUP BY ALL", StartOf(first), StartOf(last.AddDays(1)));
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                counts[DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(chunk[0].Values<int>()[i])] = chunk[1].Values<long>()[i];
        }
        return [.. Enumerable.Range(0, days).Select(i => first.AddDays(i)).Select(day => new DayCount(day, counts.GetValueOrDefault(day)))];
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
