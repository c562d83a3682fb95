namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>One row of account <see cref="U"/> and one of account <see cref="V"/> on one object within the window; U &lt; V.</summary>
public readonly struct CoAction
{
    private CoAction(ulong pair, int rowU, int rowV, long lead) => (Pair, RowU, RowV, Lead) = (pair, rowU, rowV, lead);

    /// <summary>Both accounts in one number, U in the upper half: sorting by it groups by pair.</summary>
    public ulong Pair { get; }

    public int RowU { get; }

    public int RowV { get; }

    /// <summary>How long V came after U, in the unit of <see cref="SortedActions.Time"/>; below zero when V came first.
    /// Kept here because looking up two rows for each of many million co-actions costs more than all the rest.</summary>
    public long Lead { get; }

    public int U => (int)(Pair >> 32);

    public int V => (int)Pair;

    internal static CoAction Of(SortedActions actions, int earlier, int later)
    {
        int first = actions.Account[earlier], second = actions.Account[later];
        var lag = actions.Time[later] - actions.Time[earlier];
        return first < second
            ? new CoAction(((ulong)first << 32) | (uint)second, earlier, later, lag)
            : new CoAction(((ulong)second << 32) | (uint)first, later, earlier, -lag);
    }
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

/// <summary>Makes one edge out of all co-actions of one pair of accounts. Called from several threads: must not change itself.</summary>
public interface ICoActionFold<TEdge>
{
    /// <summary>The edge of one pair.</summary>
    /// <param name="shared">At least one; the same U and V throughout, in (object, time) order of the later row.</param>
    TEdge Fold(ReadOnlySpan<CoAction> shared);
}
