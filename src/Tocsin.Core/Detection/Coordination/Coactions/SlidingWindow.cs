using System.Runtime.CompilerServices;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>Takes each pair of rows that <see cref="SlidingWindow"/> finds. A struct, so that the call is inlined.</summary>
public interface IPairVisitor
{
    /// <summary>Called once for each pair.</summary>
    /// <param name="earlier">The row that comes first in (object, time) order.</param>
    /// <param name="later">The row that comes second; its time is equal or greater.</param>
    void Visit(int earlier, int later);
}

/// <summary>
/// Finds every pair of rows of one object, by different accounts, at most a window apart (inclusive).
/// Costs one step per row and one per pair inside the window, however popular the object; stores nothing.
/// </summary>
public static class SlidingWindow
{
    /// <summary>Visits the pairs whose later row is in <paramref name="from"/> … <paramref name="until"/> - 1, so that
    /// disjoint ranges split the work without losing or doubling a pair.</summary>
    public static void Visit<TVisitor>(SortedActions actions, long window, int from, int until, ref TVisitor visitor)
        where TVisitor : struct, IPairVisitor
    {
        if (from >= until) return;
        for (int row = from, owner = actions.ObjectOf(from); row < until; owner++)
        {
            var end = Math.Min(actions.Start[owner + 1], until);
            if (row == end) continue;
            VisitObject(actions, window, FirstWithin(actions, window, actions.Start[owner], row), row, end, ref visitor);
            row = end;
        }
    }

    // Compiled at its best at once: a run is often over before the runtime would have found it worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void VisitObject<TVisitor>(SortedActions actions, long window, int oldest, int row, int end, ref TVisitor visitor)
        where TVisitor : struct, IPairVisitor
    {
        var time = actions.Time;
        var account = actions.Account;
        for (; row < end; row++)
        {
            var now = time[row];
            var who = account[row];
            while (now - time[oldest] > window) oldest++;
            for (var other = oldest; other < row; other++)
            {
                if (account[other] != who) visitor.Visit(other, row);
            }
        }
    }

    /// <summary>The first row of the object, from <paramref name="start"/>, that lies within the window before <paramref name="row"/>.</summary>
    private static int FirstWithin(SortedActions actions, long window, int start, int row)
    {
        int low = start, high = row;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (actions.Time[row] - actions.Time[middle] > window) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
