namespace Tocsin.Core.Networks;

/// <summary>
/// Which ties of a network are kept with it. As a rule all; of too many the strongest, and of every account its strongest few,
/// so that nobody stands alone in the picture.
/// </summary>
public static class TieSelection
{
    /// <summary>Ties kept at most, those that are kept for the sake of one account aside.</summary>
    public const int Most = 40_000;

    private const int ForEach = 3;
    private const double Step = 1.0 / KindTie.BitGrid;   // of several ties just as strong as the last one kept, some may be left out
    private const ulong Mixer = 0x9E3779B97F4A7C15;   // scatters equal ties over the accounts

    /// <summary>The pairs kept, and the bits from which on they are all there.</summary>
    /// <param name="ties">All ties.</param>
    /// <param name="nodes">How many accounts there are.</param>
    /// <param name="least">Bits of the weakest tie that would be kept, were there few.</param>
    /// <param name="most">Ties kept at most.</param>
    public static (IReadOnlySet<ulong> Pairs, double Floor) Of(IReadOnlyList<PairTie> ties, int nodes, double least, int most = Most)
    {
        if (ties.Count <= most) return (ties.Select(Pair).ToHashSet(), least);
        var ranked = ties.OrderByDescending(tie => tie.LowBits).ThenBy(tie => Pair(tie) * Mixer).ToArray();
        var pairs = ranked.Take(most).Select(Pair).ToHashSet();
        var has = new int[nodes];
        foreach (var tie in ranked)
        {
            if (has[tie.U]++ < ForEach | has[tie.V]++ < ForEach) pairs.Add(Pair(tie));
        }
        return (pairs, ranked[most - 1].LowBits + Step);
    }

    private static ulong Pair(PairTie tie) => KindTie.PairOf(tie.U, tie.V);
}
