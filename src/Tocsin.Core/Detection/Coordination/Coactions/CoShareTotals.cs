namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>A network in <see cref="PairSemantics"/> in five numbers.</summary>
/// <param name="Pairs">Pair rows.</param>
/// <param name="TimeDelta">Sum of their absolute time differences, in the unit of the rows.</param>
/// <param name="Accounts">Accounts with at least one edge.</param>
/// <param name="Edges">Pairs of accounts.</param>
/// <param name="MaxWeight">The heaviest edge; 0 without edges.</param>
public sealed record PairTotals(long Pairs, long TimeDelta, int Accounts, int Edges, int MaxWeight)
{
    public static PairTotals Of(ReadOnlySpan<CoShareEdge> edges, int accounts)
    {
        long pairs = 0, delta = 0;
        var heaviest = 0;
        var seen = new bool[accounts];
        foreach (ref readonly var edge in edges)
        {
            pairs += edge.Weight;
            delta += edge.TimeDelta;
            heaviest = Math.Max(heaviest, edge.Weight);
            seen[edge.U] = seen[edge.V] = true;
        }
        return new PairTotals(pairs, delta, seen.AsSpan().Count(true), edges.Length, heaviest);
    }
}

/// <summary>A network in <see cref="MessageSemantics"/>: directed edges of weight 1 or more, of 2 or more, and pairs without direction.</summary>
public sealed record MessageTotals(long EdgesWeight1, long SumWeight1, long EdgesWeight2, long SumWeight2, int UndirectedPairs)
{
    public static MessageTotals Of(ReadOnlySpan<CoShareEdge> edges)
    {
        long sum = 0, edges2 = 0, sum2 = 0;
        foreach (ref readonly var edge in edges)
        {
            sum += edge.ContentsU + edge.ContentsV;
            if (edge.ContentsU > 1) (edges2, sum2) = (edges2 + 1, sum2 + edge.ContentsU);
            if (edge.ContentsV > 1) (edges2, sum2) = (edges2 + 1, sum2 + edge.ContentsV);
        }
        return new MessageTotals(2L * edges.Length, sum, edges2, sum2, edges.Length);
    }
}

/// <summary>The weight that half of all edges exceed, as R's <c>quantile(…, 0.5, type = 7)</c> gives it: the usual median.</summary>
public static class MedianWeight
{
    public static double Of(ReadOnlySpan<CoShareEdge> edges)
    {
        if (edges.IsEmpty) return 0;
        var heaviest = 0;
        foreach (ref readonly var edge in edges) heaviest = Math.Max(heaviest, edge.Weight);
        var counts = new int[heaviest + 1];
        foreach (ref readonly var edge in edges) counts[edge.Weight]++;
        return (At(counts, (edges.Length - 1) / 2) + At(counts, edges.Length / 2)) / 2.0;
    }

    /// <summary>The weight at this place in rising order.</summary>
    private static int At(int[] counts, int place)
    {
        var weight = 0;
        for (var below = counts[0]; below <= place; below += counts[weight]) weight++;
        return weight;
    }
}
