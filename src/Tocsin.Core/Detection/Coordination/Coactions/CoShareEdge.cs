using System.Buffers;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>What two accounts shared together.</summary>
/// <param name="U">The account that comes first.</param>
/// <param name="V">The other.</param>
/// <param name="Weight">Pairs of rows.</param>
/// <param name="ContentsU">Different contents of U among them.</param>
/// <param name="ContentsV">Different contents of V among them.</param>
/// <param name="TimeDelta">Sum of the absolute time differences, in the unit of the rows.</param>
public readonly record struct CoShareEdge(int U, int V, int Weight, int ContentsU, int ContentsV, long TimeDelta)
{
    public double AverageTimeDelta => (double)TimeDelta / Weight;

    /// <summary>Lesser over greater number of contents: 1 when both took an equal part.</summary>
    public double Symmetry => (double)Math.Min(ContentsU, ContentsV) / Math.Max(ContentsU, ContentsV);
}

/// <summary>Counts pair rows and different contents of each side.</summary>
public readonly struct CoShareFold(SortedShares shares) : ICoActionFold<CoShareEdge>
{
    private const int OnStack = 64;

    public CoShareEdge Fold(ReadOnlySpan<CoAction> shared)
    {
        long delta = 0;
        foreach (ref readonly var pair in shared) delta += Math.Abs(pair.Lead);
        var (contentsU, contentsV) = shared.Length == 1 ? (1, 1) : CountContents(shared);
        return new CoShareEdge(shared[0].U, shared[0].V, shared.Length, contentsU, contentsV, delta);
    }

    private (int OfU, int OfV) CountContents(ReadOnlySpan<CoAction> shared)
    {
        var rented = shared.Length <= OnStack ? null : ArrayPool<ulong>.Shared.Rent(shared.Length);
        var contents = rented is null ? stackalloc ulong[shared.Length] : rented.AsSpan(0, shared.Length);
        for (var i = 0; i < shared.Length; i++) contents[i] = shares.Content[shared[i].RowU];
        var ofU = CountDistinct(contents);
        for (var i = 0; i < shared.Length; i++) contents[i] = shares.Content[shared[i].RowV];
        var ofV = CountDistinct(contents);
        if (rented is not null) ArrayPool<ulong>.Shared.Return(rented);
        return (ofU, ofV);
    }

    private static int CountDistinct(Span<ulong> values)
    {
        values.Sort();
        var distinct = 1;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] != values[i - 1]) distinct++;
        }
        return distinct;
    }
}
