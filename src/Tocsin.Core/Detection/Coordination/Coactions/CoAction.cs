namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>One row of account <see cref="U"/> and one of account <see cref="V"/> on one object within the window; U &lt; V.</summary>
public readonly struct CoAction(ulong pair, int rowU, int rowV)
{
    /// <summary>Both accounts in one number, U in the upper half: sorting by it groups by pair.</summary>
    public ulong Pair { get; } = pair;

    public int RowU { get; } = rowU;

    public int RowV { get; } = rowV;

    public int U => (int)(Pair >> 32);

    public int V => (int)Pair;

    internal static CoAction Of(int u, int rowU, int v, int rowV) =>
        u < v ? new CoAction(((ulong)u << 32) | (uint)v, rowU, rowV) : new CoAction(((ulong)v << 32) | (uint)u, rowV, rowU);
}

/// <summary>Decides which pairs of rows count. A struct, so that the call is inlined.</summary>
public interface IPairFilter
{
    bool Keeps(int earlier, int later);
}

/// <summary>Keeps every pair.</summary>
public readonly struct EveryPair : IPairFilter
{
    public bool Keeps(int earlier, int later) => true;
}

/// <summary>Makes one edge out of all co-actions of one pair of accounts. Called from two threads: must not change itself.</summary>
public interface ICoActionFold<TEdge>
{
    /// <summary>The edge of one pair.</summary>
    /// <param name="shared">At least one; the same U and V throughout, in (object, time) order of the later row.</param>
    TEdge Fold(ReadOnlySpan<CoAction> shared);
}
