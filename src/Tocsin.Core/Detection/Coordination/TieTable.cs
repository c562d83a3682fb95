using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>The ties between all pairs of accounts in a scan, and which of them are significant.</summary>
/// <param name="Ties">Sorted by (U, V).</param>
/// <param name="Threshold">Least <see cref="PairTie.LowBits"/> of a significant tie.</param>
public sealed record TieTable(IReadOnlyList<PairTie> Ties, double Threshold)
{
    public IEnumerable<PairTie> Significant => Ties.Where(tie => tie.Stands(Threshold));

    /// <summary>Fuses per-trace ties and sets the threshold by false-discovery control over all pairs of accounts and all traces.</summary>
    /// <param name="kindTies">In any order.</param>
    /// <param name="accounts">How many accounts acted.</param>
    /// <param name="traces">How many traces found anything to look at.</param>
    /// <param name="options">Windows and rate.</param>
    public static TieTable From(List<KindTie> kindTies, int accounts, int traces, CoordinationOptions options)
    {
        var ties = PairTie.FuseAll(kindTies, options.Traces);
        var tests = accounts * (accounts - 1.0) / 2 * Math.Max(1, traces);
        return new TieTable(ties, FalseDiscovery.Threshold(ties.Select(tie => tie.LowBits), tests, options.FalseDiscoveryRate));
    }
}
