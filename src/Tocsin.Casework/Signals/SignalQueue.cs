using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Lists, counts and opens signals. Listing reads rows only, never documents.</summary>
public sealed class SignalQueue(CaseworkDatabase database)
{
    public const int LargestPage = 1000;

    private DateTimeOffset Now => database.Clock.GetUtcNow();

    /// <summary>
    /// A page by keyset: a signal that does not change its place while somebody pages is seen once, whatever is added,
    /// taken away or decided meanwhile.
    /// </summary>
    /// <param name="cursor">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    public async Task<Page<SignalState>> ListAsync(QueueFilter filter, string? cursor = null, int limit = 100, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        var (now, take) = (Now, Math.Clamp(limit, 1, LargestPage));
        var after = cursor is null ? null : QueueCursor.Parse(cursor, filter.Sort);
        var query = await QueueQuery.PrepareAsync(context, filter, now, cancel);
        var page = await Ordered(query.Matching(), filter.Sort, after).Take(take + 1).ToListAsync(cancel);
        var shown = page.Take(take).Select(row => SignalState.Of(row, now)).ToArray();
        return new(shown, page.Count > take ? QueueCursor.After(shown[^1], filter.Sort).ToString() : null);
    }

    public async Task<int> CountAsync(QueueFilter filter, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await (await QueueQuery.PrepareAsync(context, filter, Now, cancel)).Matching().CountAsync(cancel);
    }

    public async Task<QueueFacets> FacetsAsync(QueueFilter filter, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        var now = Now;
        var query = await QueueQuery.PrepareAsync(context, filter, now, cancel);
        return await new FacetCounter(context, filter, query, now).CountAsync(cancel);
    }

    /// <summary>The row of one signal; null when there is none by that id.</summary>
    public async Task<SignalState?> StateAsync(string id, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Signals.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is { } row ? SignalState.Of(row, Now) : null;
    }

    /// <summary>One signal with all that people did to it; null when there is none by that id.</summary>
    /// <param name="viewer">Whose tags to show.</param>
    public async Task<SignalFile?> FindAsync(string id, string? viewer = null, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await SignalFile.ReadAsync(context, id, viewer, Now, cancel);
    }

#pragma warning disable CA1309 // becomes SQL, where strings are compared by bytes on both databases
    private static IQueryable<SignalRow> Ordered(IQueryable<SignalRow> rows, QueueSort sort, QueueCursor? after) => sort switch
    {
        QueueSort.Updated => (after is null ? rows : rows.Where(s => s.Updated < after.Time || (s.Updated == after.Time && string.Compare(s.Id, after.Id) > 0)))
            .OrderByDescending(s => s.Updated).ThenBy(s => s.Id),
        QueueSort.Raised => (after is null ? rows : rows.Where(s => s.Raised < after.Time || (s.Raised == after.Time && string.Compare(s.Id, after.Id) > 0)))
            .OrderByDescending(s => s.Raised).ThenBy(s => s.Id),
        QueueSort.Accounts => (after is null ? rows : rows.Where(s => s.Accounts < after.Number || (s.Accounts == after.Number && string.Compare(s.Id, after.Id) > 0)))
            .OrderByDescending(s => s.Accounts).ThenBy(s => s.Id),
        _ => (after is null ? rows : rows.Where(s => s.Score < after.Number || (s.Score == after.Number && string.Compare(s.Id, after.Id) > 0)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Id),
    };
#pragma warning restore CA1309
}
