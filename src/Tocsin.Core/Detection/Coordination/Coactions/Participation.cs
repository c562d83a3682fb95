namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Which accounts take part enough, as CooRTweet asks: at least so many of an account's input rows bear a content that
/// occurs in the pairs found. A row need not be in a pair itself; one whose content another row brought into a pair counts, too.
/// </summary>
internal static class Participation
{
    private const int ChunkRows = 1 << 15;

    public static bool[] AtLeast<TFilter>(SortedShares shares, long window, TFilter filter, int minimum, CancellationToken cancellation)
        where TFilter : struct, IPairFilter
    {
        var inPair = MarkRowsInPairs(shares.Actions, window, filter, CoActions.Parallelism(cancellation));
        var rows = CountMarked(shares.Actions, inPair);
        AddRowsOfSameContent(shares, inPair, rows, minimum);
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

    private static int[] CountMarked(SortedActions actions, bool[] inPair)
    {
        var rows = new int[actions.Accounts];
        for (var row = 0; row < inPair.Length; row++)
        {
            if (inPair[row]) rows[actions.Account[row]]++;
        }
        return rows;
    }

    /// <summary>Only rows of accounts that are in a pair, yet short of the minimum, can still matter, and they are few.</summary>
    private static void AddRowsOfSameContent(SortedShares shares, bool[] inPair, int[] rows, int minimum)
    {
        var account = shares.Actions.Account;
        var open = new List<int>();
        for (var row = 0; row < inPair.Length; row++)
        {
            if (!inPair[row] && rows[account[row]] > 0 && rows[account[row]] < minimum) open.Add(row);
        }
        var found = ContentsInPairs(shares.Content, inPair, open);
        foreach (var row in open)
        {
            if (found.Contains(shares.Content[row])) rows[account[row]]++;
        }
    }

    /// <summary>Which contents of the open rows occur in a pair.</summary>
    private static HashSet<ulong> ContentsInPairs(ulong[] content, bool[] inPair, List<int> open)
    {
        var asked = new ContentSketch(open.Count);
        foreach (var row in open) asked.Add(content[row]);
        var possible = new HashSet<ulong>();
        for (var row = 0; row < inPair.Length; row++)
        {
            if (inPair[row] && asked.MayHave(content[row])) _ = possible.Add(content[row]);
        }
        return possible;
    }

    /// <summary>One bit per hash, 32 bits to a content: never misses one that was added, and passes about 3 % of the others.</summary>
    private readonly struct ContentSketch(int contents)
    {
        private const int BitsPerContent = 32;

        private readonly ulong[] _bits = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)contents * BitsPerContent / 64 + 1)];

        public void Add(ulong content) => _bits[Word(content)] |= 1UL << (int)content;

        public bool MayHave(ulong content) => (_bits[Word(content)] >> (int)content & 1) != 0;

        private int Word(ulong content) => (int)(content >> 6) & (_bits.Length - 1);
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
