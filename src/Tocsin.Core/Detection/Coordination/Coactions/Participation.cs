namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>How many co-actions each account has part in.</summary>
internal static class Participation
{
    private const int ChunkRows = 1 << 15;

    /// <summary>Per account, whether it has part in at least <paramref name="minimum"/> co-actions.</summary>
    public static bool[] AtLeast<TFilter>(SortedActions actions, long window, TFilter filter, int minimum, CancellationToken cancellation)
        where TFilter : struct, IPairFilter
    {
        var counts = Count(actions, window, filter, cancellation);
        return Array.ConvertAll(counts, count => count >= minimum);
    }

    private static long[] Count<TFilter>(SortedActions actions, long window, TFilter filter, CancellationToken cancellation)
        where TFilter : struct, IPairFilter
    {
        var total = new long[actions.Accounts];
        var chunks = (actions.Count + ChunkRows - 1) / ChunkRows;
        _ = Parallel.For(0, chunks, CoActions.Parallelism(cancellation), () => new long[actions.Accounts], (chunk, _, counts) =>
        {
            var counter = new Counter<TFilter>(actions.Account, filter, counts);
            SlidingWindow.Visit(actions, window, chunk * ChunkRows, Math.Min(actions.Count, (chunk + 1) * ChunkRows), ref counter);
            return counts;
        }, counts => AddTo(total, counts));
        return total;
    }

    private static void AddTo(long[] total, long[] counts)
    {
        lock (total)
        {
            for (var account = 0; account < total.Length; account++) total[account] += counts[account];
        }
    }

    private readonly struct Counter<TFilter>(int[] account, TFilter filter, long[] counts) : IPairVisitor
        where TFilter : struct, IPairFilter
    {
        public void Visit(int earlier, int later)
        {
            if (!filter.Keeps(earlier, later)) return;
            counts[account[earlier]]++;
            counts[account[later]]++;
        }
    }
}
