using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

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

internal static class Weighing
{
    /// <summary>The same tie, weighed against what chance gives.</summary>
    public static KindTie Against(this KindTie tie, double expected) => tie with
    {
        Expected = (float)expected,
        LowBits = OnGrid(PoissonTail.Bits(tie.Bursts, expected * (tie.Bursts / tie.Observed))),
        HighBits = OnGrid(PoissonTail.Bits(tie.Observed, expected)),
    };

    private static float OnGrid(double bits) => (float)(Math.Round(bits * KindTie.BitGrid) / KindTie.BitGrid);
}
