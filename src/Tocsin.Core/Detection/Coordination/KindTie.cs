using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>What one trace at one window says of one pair of accounts U &lt; V.</summary>
/// <param name="Pair">U in the upper, V in the lower half.</param>
/// <param name="Trace">Number of the trace in the options.</param>
/// <param name="Window">Number of the window in the trace.</param>
/// <param name="Observed">Co-actions: row pairs on one value within the window.</param>
/// <param name="Leads">Those in which U acted before V; simultaneous ones count half.</param>
/// <param name="Bursts">√(rows of U × rows of V that take part): co-actions with each burst counted once.</param>
/// <param name="Gap">Median time between the two, microseconds.</param>
/// <param name="Expected">Co-actions by chance (<see cref="PopularityNull"/>).</param>
/// <param name="LowBits">Evidence if each burst is one observation: the cautious bound, on which significance rests.</param>
/// <param name="HighBits">Evidence if each co-action is an observation of its own: the generous bound.</param>
public readonly record struct KindTie(
    ulong Pair, byte Trace, byte Window, int Observed, float Leads, float Bursts, long Gap, float Expected, float LowBits, float HighBits)
{
    /// <summary>The same tie, weighed against what chance gives.</summary>
    internal KindTie Against(double expected) => this with
    {
        Expected = (float)expected,
        LowBits = (float)PoissonTail.Bits(Bursts, expected * (Bursts / Observed)),
        HighBits = (float)PoissonTail.Bits(Observed, expected),
    };
}

/// <summary>Makes a <see cref="KindTie"/> of the co-actions of a pair; it is weighed later.</summary>
internal readonly struct TieFold(long[] time, byte trace, byte window) : ICoActionFold<KindTie>
{
    public KindTie Fold(ReadOnlySpan<CoAction> shared)
    {
        if (shared.Length == 1) return new KindTie(shared[0].Pair, trace, window, 1, 0, 1, 0, 0, 0, 0);
        var scratch = new long[shared.Length];
        for (var i = 0; i < shared.Length; i++) scratch[i] = shared[i].RowU;
        double rowsU = Distinct(scratch);
        for (var i = 0; i < shared.Length; i++) scratch[i] = shared[i].RowV;
        double rowsV = Distinct(scratch);
        float leads = 0;
        for (var i = 0; i < shared.Length; i++)
        {
            var lead = time[shared[i].RowV] - time[shared[i].RowU];
            leads += lead > 0 ? 1 : lead == 0 ? 0.5f : 0;
            scratch[i] = Math.Abs(lead);
        }
        Array.Sort(scratch);
        return new KindTie(
            shared[0].Pair, trace, window, shared.Length, leads, (float)Math.Sqrt(rowsU * rowsV), scratch[scratch.Length / 2], 0, 0, 0);
    }

    private static int Distinct(long[] rows)
    {
        Array.Sort(rows);
        var distinct = 1;
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i] != rows[i - 1]) distinct++;
        }
        return distinct;
    }
}
