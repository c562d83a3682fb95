using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Accounts that significant ties hold together.</summary>
/// <param name="Members">Account numbers, rising.</param>
/// <param name="Fringe">Accounts tied to the community too loosely to count as members.</param>
/// <param name="Ties">The significant ties inside, strongest first.</param>
/// <param name="Stability">Of each member, in order: share of other settings under which it stays.</param>
public sealed record FoundNetwork(int[] Members, int[] Fringe, PairTie[] Ties, double[] Stability)
{
    /// <summary>Share of the member pairs that are significantly tied.</summary>
    public double Density => Ties.Length / (Members.Length * (Members.Length - 1) / 2.0);

    public double MedianBits => Ties[Ties.Length / 2].Bits;
}
