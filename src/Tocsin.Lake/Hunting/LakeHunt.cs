using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Hunting;

/// <summary>
/// Answers hunts from the search index and the lake. What the index does not hold yet is not found: see
/// <see cref="PostSearch.State"/>. Ranges are exact to the second.
/// </summary>
public sealed class LakeHunt
{
    private readonly Database _lake;
    private readonly PostSearch _search;

    internal LakeHunt(Database lake, PostSearch search) => (_lake, _search) = (lake, search);

    /// <summary>The posts that a hunt finds, newest first.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="range">When; null for the whole lake.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">The page before's <see cref="HuntPage.Next"/>; null for the first page.</param>
    /// <exception cref="Problem">The hunt asks for what cannot be answered, or the cursor is none.</exception>
    /// <exception cref="LakeException">The index or the lake cannot be read.</exception>
    public HuntPage Run(HuntQuery query, TimeRange? range, int limit, string? cursor = null, CancellationToken cancel = default)
    {
        var (first, last) = SearchRow.Of(range ?? TimeRange.All);
        var rows = _search.Match(query, cancel).Newest(first, Math.Min(last, PageCursor.Before(cursor)), limit + 1);
        using var connection = _lake.Connect();
        return PostReader.Page(connection, rows, limit);
    }

    /// <summary>How many a hunt finds over time: 40 to 120 buckets.</summary>
    /// <inheritdoc cref="Run"/>
    public HuntChart Chart(HuntQuery query, TimeRange? range, CancellationToken cancel = default)
    {
        var matches = _search.Match(query, cancel);
        var asked = range ?? TimeRange.All;
        if (matches.IsEverything)
            return EventCounts.Chart(_lake, asked, cancel);
        var (first, last) = SearchRow.Of(asked);
        if (TimeBuckets.Over(asked, () => EndOf(matches.Oldest(first, last, 1)), () => EndOf(matches.Newest(first, last, 1))) is not { } buckets)
            return HuntChart.Empty;
        var counts = new long[buckets.Count];
        matches.Scan(first, last, rows => Count(rows, buckets, counts));
        return HuntChart.Of(buckets, counts);
    }

    /// <summary>The values most seen among what a hunt finds, with how often they were in the period of the same length before.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="range">When; null for the whole lake, which has no period before.</param>
    /// <param name="field">What to count.</param>
    /// <param name="count">How many values at most.</param>
    /// <inheritdoc cref="Run"/>
    public HuntTop Top(HuntQuery query, TimeRange? range, HuntField field, int count, CancellationToken cancel = default) =>
        new HuntTopReader(_lake, _search.Match(query, cancel), range, cancel).Read(field, count);

    private static long? EndOf(List<long> rows) => rows.Count == 0 ? null : MicrosOf(rows[0]);

    private static void Count(ReadOnlySpan<long> rows, TimeBuckets buckets, long[] counts)
    {
        foreach (var row in rows)
            counts[buckets.At(MicrosOf(row))]++;
    }

    private static long MicrosOf(long row) => SearchRow.Seconds(row) * 1_000_000;
}
