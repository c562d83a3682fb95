namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Which accounts take part enough, as CooRTweet asks: at least so many of an account's input rows bear a content that
/// occurs in the pairs found. A row need not be in a pair itself; one whose content another row brought into a pair counts, too.
/// </summary>
internal static class Participation
{
    private const int ChunkRows = 1 << 15;
    private const int ContentParts = 16;

    public static bool[] AtLeast<TFilter>(SortedShares shares, long window, TFilter filter, int minimum, CancellationToken cancellation)
        where TFilter : struct, IPairFilter
    {
        var parallel = CoActions.Parallelism(cancellation);
        var marked = MarkRowsInPairs(shares.Actions, window, filter, parallel);
        _ = Parallel.For(0, ContentParts, parallel, part => MarkRowsOfSameContent(shares.Content, marked, part));
        var rows = new int[shares.Actions.Accounts];
        for (var row = 0; row < marked.Length; row++)
        {
            if (marked[row]) rows[shares.Actions.Account[row]]++;
        }
        return Array.ConvertAll(rows, count => count >= minimum);
    }

    private static bool[] MarkRowsInPairs<TFilter>(SortedActions actions, long window, TFilter filter, ParallelOptions parallel)
        where TFilter : struct, IPairFilter
    {
        var marked = new bool[actions.Count];
        _ = Parallel.For(0, (actions.Count + ChunkRows - 1) / ChunkRows, parallel, chunk =>
        {
            var marker = new Marker<TFilter>(filter, marked);
            SlidingWindow.Visit(actions, window, chunk * ChunkRows, Math.Min(actions.Count, (chunk + 1) * ChunkRows), ref marker);
        });
        return marked;
    }

    /// <summary>Contents are divided by their low bits, so that each set is small and no two threads touch one row.</summary>
    private static void MarkRowsOfSameContent(ulong[] content, bool[] marked, int part)
    {
        var inPairs = new HashSet<ulong>();
        for (var row = 0; row < content.Length; row++)
        {
            if (content[row] % ContentParts == (ulong)part && marked[row]) _ = inPairs.Add(content[row]);
        }
        for (var row = 0; row < content.Length; row++)
        {
            if (content[row] % ContentParts == (ulong)part && !marked[row] && inPairs.Contains(content[row])) marked[row] = true;
        }
    }

    /// <summary>Threads may mark one row at once; they write the same.</summary>
    private readonly struct Marker<TFilter>(TFilter filter, bool[] marked) : IPairVisitor
        where TFilter : struct, IPairFilter
    {
        public void Visit(int earlier, int later)
        {
            if (filter.Keeps(earlier, later)) marked[earlier] = marked[later] = true;
        }
    }
}
