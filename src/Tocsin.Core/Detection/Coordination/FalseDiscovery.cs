namespace Tocsin.Core.Detection.Coordination;

/// <summary>Control of the false-discovery rate (Benjamini and Hochberg, J. R. Stat. Soc. B 57:289, 1995).</summary>
public static class FalseDiscovery
{
    /// <summary>The least bits at which a finding is kept so that, among all kept, at most <paramref name="rate"/> are
    /// chance. <see cref="double.PositiveInfinity"/> when none can be kept.</summary>
    /// <param name="bits">−log₂ p of the findings that have any evidence.</param>
    /// <param name="tests">How many were possible, those without evidence included.</param>
    /// <param name="rate">In (0, 1).</param>
    public static double Threshold(IEnumerable<double> bits, double tests, double rate)
    {
        var sorted = bits.ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        var needed = Math.Log2(tests / rate);
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            if (sorted[rank - 1] >= needed - Math.Log2(rank)) return sorted[rank - 1];
        }
        return double.PositiveInfinity;
    }
}
