using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import;

namespace Tocsin.Bench.Large;

/// <summary>
/// Writes a large lake that looks like life: <see cref="Days"/> days of accounts in ten languages and scripts on five
/// platforms, a few of them doing much, by their own hours of the day; links, hashtags, mentions, replies; bursts of news;
/// and rings of 25 to 2,000 accounts that share the same within minutes. The same numbers and seed give the same events.
/// </summary>
internal static class LargeWorkspace
{
    public const int Days = 180;

    private const int HoursAtOnce = 24;

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset End { get; } = Start.AddDays(Days);

    /// <summary>Keys of the accounts of each ring, the largest first.</summary>
    public static IReadOnlyList<ulong[]> Rings(int accounts, ulong seed) =>
        [.. Ring.All(accounts, seed).Select(ring => ring.Members.Select(member => Citizen.Of(member, seed).Profile.Key).ToArray())];

    /// <summary>Fills the lake of a new workspace.</summary>
    /// <param name="events">How many events to write.</param>
    /// <param name="accounts">How many accounts there are; a few of the quietest may never act.</param>
    /// <param name="progress">Told how many events are written.</param>
    public static void Write(string folder, int events = 5_000_000, int accounts = 200_000, ulong seed = 1, Action<long>? progress = null)
    {
        using var lake = DuckDbLake.Open(folder);
        Write(lake, events, accounts, seed, progress);
    }

    private static void Write(DuckDbLake lake, int events, int accounts, ulong seed, Action<long>? progress)
    {
        var import = lake.Journal.Begin(new ImportSource("large.jsonl", "", -1, "posts", ""), End).Import;
        var citizens = new Citizen[accounts];
        Parallel.For(0, accounts, i => citizens[i] = Citizen.Of(i, seed));
        var chronicle = new Chronicle(citizens, Burst.All(seed), Ring.Acts(Ring.All(accounts, seed), seed), seed);
        var writing = Task.CompletedTask;
        for (var hour = 0; hour < Days * 24; hour += HoursAtOnce)
        {
            var day = Day(chronicle, hour, events);
            writing.GetAwaiter().GetResult();
            progress?.Invoke(Before(hour, events));
            writing = Task.Run(() => lake.Journal.Commit(import, new ImportBatch(day, [], 0, day.Count)));
        }
        writing.GetAwaiter().GetResult();
        lake.Journal.Finish(import, End);
    }

    private static List<IncomingEvent> Day(Chronicle chronicle, int first, int events)
    {
        var hours = new List<IncomingEvent>[HoursAtOnce];
        Parallel.For(0, HoursAtOnce, i =>
            hours[i] = chronicle.Hour(first + i, (int)(Before(first + i + 1, events) - Before(first + i, events)), Before(first + i, events)));
        return [.. hours.SelectMany(hour => hour)];
    }

    // Every hour has as many; people's own rhythms and bursts decide who they are from.
    private static long Before(int hour, int events) => (long)events * hour / (Days * 24);
}
