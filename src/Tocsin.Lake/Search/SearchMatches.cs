using Microsoft.Data.Sqlite;

namespace Tocsin.Lake.Search;

/// <summary>What a hunt finds, as numbers of events (<see cref="SearchRow"/>).</summary>
internal sealed class SearchMatches(SearchPlan plan, SearchReaders readers, CancellationToken cancel)
{
    private const int AtOnce = 4096;

    public bool IsEverything => plan.IsEverything;

    /// <summary>The newest within the bounds, newest first.</summary>
    public List<long> Newest(long first, long last, int limit) => Some(first, last, limit, newestFirst: true);

    /// <summary>The oldest within the bounds.</summary>
    public List<long> Oldest(long first, long last, int limit) => Some(first, last, limit, newestFirst: false);

    /// <summary>Shows all within the bounds, oldest first, some at a time.</summary>
    public void Scan(long first, long last, Action<ReadOnlySpan<long>> look)
    {
        if (plan is { Expression: null, Rows: { } rows })
            look(Within(rows, first, last));
        else
            readers.Use(connection => Scan(connection, first, last, newestFirst: false, int.MaxValue, look));
    }

    private List<long> Some(long first, long last, int limit, bool newestFirst)
    {
        var found = new List<long>();
        if (plan is { Expression: null, Rows: { } rows })
        {
            var within = Within(rows, first, last);
            for (var i = 0; i < within.Length && i < limit; i++)
                found.Add(within[newestFirst ? within.Length - 1 - i : i]);
        }
        else
        {
            readers.Use(connection => Scan(connection, first, last, newestFirst, limit, some => found.AddRange(some)));
        }
        return found.Count > limit ? found[..limit] : found;
    }

    // Stops behind the limit; may show a few more.
    private void Scan(SqliteConnection connection, long first, long last, bool newestFirst, int limit, Action<ReadOnlySpan<long>> look)
    {
        if (plan.Rows is { } bound)
            (first, last) = bound.Length == 0 ? (1, 0) : (Math.Max(first, bound[0]), Math.Min(last, bound[^1]));
        using var cursor = new RowCursor(connection, plan.Expression ?? SearchExpression.Everything, first, last, newestFirst, cancel);
        var rows = new long[Math.Min(AtOnce, Math.Max(limit, 64))];
        var shown = 0;
        for (int read; shown < limit && (read = cursor.Read(rows)) > 0;)
        {
            read = plan.Rows is null ? read : Keep(rows.AsSpan(0, read), plan.Rows);
            look(rows.AsSpan(0, read));
            shown += read;
        }
    }

    private static int Keep(Span<long> rows, long[] bound)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if (Array.BinarySearch(bound, row) >= 0)
                rows[kept++] = row;
        }
        return kept;
    }

    private static ReadOnlySpan<long> Within(long[] rows, long first, long last)
    {
        var (from, until) = (AtOrAfter(rows, first), last == long.MaxValue ? rows.Length : AtOrAfter(rows, last + 1));
        return from < until ? rows.AsSpan(from..until) : default;
    }

    private static int AtOrAfter(long[] rows, long row) => Array.BinarySearch(rows, row) is var at && at < 0 ? ~at : at;
}
