namespace Tocsin.Core.Networks;

/// <summary>What one trace at one window says of one pair of nodes U &lt; V.</summary>
/// <param name="Pair">U in the upper, V in the lower half.</param>
/// <param name="Trace">Number of the trace in the options.</param>
/// <param name="Window">Number of the window in the trace.</param>
/// <param name="Observed">Co-actions: row pairs on one value within the window.</param>
/// <param name="Leads">Those in which U acted before V; simultaneous ones count half.</param>
/// <param name="Bursts">√(rows of U × rows of V that take part): co-actions with each burst counted once.</param>
/// <param name="Gap">Median time between the two, microseconds.</param>
/// <param name="Expected">Co-actions by chance (<see cref="Detection.Coordination.PopularityNull"/>).</param>
/// <param name="LowBits">Evidence if each burst is one observation: the cautious bound, on which significance rests.</param>
/// <param name="HighBits">Evidence if each co-action is an observation of its own: the generous bound.</param>
public readonly record struct KindTie(
    ulong Pair, byte Trace, byte Window, int Observed, float Leads, float Bursts, long Gap, float Expected, float LowBits, float HighBits)
{
    /// <summary>Bits rest on a grid of 1/64, exact in binary, so that what is kept and computed again elsewhere is the same number.</summary>
    public const int BitGrid = 64;

    public int U => (int)(Pair >> 32);

    public int V => (int)(uint)Pair;

    public static ulong PairOf(int u, int v) => ((ulong)(uint)u << 32) | (uint)v;
}
