using System.Runtime.InteropServices;

namespace Tocsin.Core.Networks;

/// <summary>
/// All that ties two accounts, fused over traces. Of each trace the best window counts, less log₂ of the windows tried.
/// The best trace counts in full and every other by half, because traces overlap (a repost repeats the hashtag, the link
/// and the text): so a further trace never takes anything from what the best one had.
/// </summary>
/// <param name="LowBits">Cautious: each burst once. Significance rests on this.</param>
/// <param name="Bits">Geometric mean of the cautious and the generous bound: the estimate that ranks.</param>
/// <param name="Kinds">The best window of each trace, strongest first.</param>
public sealed record PairTie(int U, int V, double LowBits, double Bits, KindTie[] Kinds)
{
    private const double Overlap = 0.5;

    private const int LeastTold = 3;

    private const double Rounding = 1e-9;

    /// <summary>Whether the two met often enough, over all kinds, that it cannot be one coincidence repeated by a second value.</summary>
    public bool IsTold => Kinds.Sum(kind => kind.Observed) >= LeastTold;

    /// <summary>Whether the tie is significant.</summary>
    /// <param name="threshold">Least bits; sums that differ by the order of adding only are equal.</param>
    public bool Stands(double threshold) => IsTold && LowBits >= threshold - Rounding;

    /// <summary>Fuses the ties of many pairs, and sorts <paramref name="kindTies"/> by pair, trace and window on the way.</summary>
    public static List<PairTie> FuseAll(List<KindTie> kindTies, IReadOnlyList<Trace> traces)
    {
        kindTies.Sort(static (a, b) => a.Pair != b.Pair ? a.Pair.CompareTo(b.Pair) : Order(a) - Order(b));
        var all = CollectionsMarshal.AsSpan(kindTies);
        var ties = new List<PairTie>();
        for (int first = 0, next; first < all.Length; first = next)
        {
            next = first + 1;
            while (next < all.Length && all[next].Pair == all[first].Pair) next++;
            ties.Add(Fuse(all[first..next], traces));
        }
        return ties;
    }

    /// <summary>Fuses the ties of one pair.</summary>
    /// <param name="ties">Of one pair, in order of trace.</param>
    /// <param name="traces">Tell how many windows each has.</param>
    public static PairTie Fuse(ReadOnlySpan<KindTie> ties, IReadOnlyList<Trace> traces)
    {
        List<(double Low, double High, KindTie Tie)> best = [];
        foreach (var tie in ties)
        {
            var choice = Math.Log2(traces[tie.Trace].Windows.Count);
            var low = Math.Max(0, tie.LowBits - choice);
            var high = Math.Max(0, tie.HighBits - choice);
            if (best.Count == 0 || best[^1].Tie.Trace != tie.Trace) best.Add((low, high, tie));
            else if (low * high > best[^1].Low * best[^1].High) best[^1] = (low, high, tie);
        }
        best.Sort((a, b) => (b.Low * b.High).CompareTo(a.Low * a.High));
        var fusedLow = Combine(best.ConvertAll(b => b.Low));
        var fusedHigh = Combine(best.ConvertAll(b => b.High));
        return new PairTie(
            ties[0].U, ties[0].V, fusedLow, Math.Sqrt(fusedLow * fusedHigh), [.. best.Select(b => b.Tie)]);
    }

    private static int Order(KindTie tie) => (tie.Trace << 8) | tie.Window;

    private static double Combine(List<double> bits)
    {
        var best = bits.Max();
        return best + (Overlap * (bits.Sum() - best));
    }
}
