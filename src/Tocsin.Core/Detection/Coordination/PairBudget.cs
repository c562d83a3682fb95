using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>What a trace had to leave out to stay within its budget of co-actions.</summary>
/// <param name="Values">How many values, the most popular.</param>
/// <param name="Actions">Actions on them.</param>
public readonly record struct LeftOut(int Values, long Actions);

/// <summary>Keeps a window pass within a bound by leaving out the values that cost most: the most popular, on which a
/// co-action says least.</summary>
internal static class PairBudget
{
    /// <summary>Objects that fit, and what was left out.</summary>
    public static (SortedActions Kept, LeftOut Out) Fit(SortedActions actions, long window, long budget)
    {
        var cost = new long[actions.Objects];
        long total = 0;
        for (var item = 0; item < cost.Length; item++) total += cost[item] = Cost(actions, item, window);
        if (total <= budget) return (actions, default);
        var byCost = Enumerable.Range(0, cost.Length).OrderByDescending(item => cost[item]).ToArray();
        var dropped = new HashSet<int>();
        foreach (var item in byCost)
        {
            if (total <= budget) break;
            total -= cost[item];
            _ = dropped.Add(item);
        }
        return Without(actions, dropped);
    }

    private static long Cost(SortedActions actions, int item, long window)
    {
        long pairs = 0;
        for (int row = actions.Start[item], oldest = row; row < actions.Start[item + 1]; row++)
        {
            while (actions.Time[row] - actions.Time[oldest] > window) oldest++;
            pairs += row - oldest;
        }
        return pairs;
    }

    private static (SortedActions Kept, LeftOut Out) Without(SortedActions actions, HashSet<int> dropped)
    {
        List<int> start = [], account = [];
        var time = new List<long>();
        for (var item = 0; item < actions.Objects; item++)
        {
            if (dropped.Contains(item)) continue;
            start.Add(time.Count);
            var rows = actions.Start[item]..actions.Start[item + 1];
            time.AddRange(actions.Time.AsSpan(rows));
            account.AddRange(actions.Account.AsSpan(rows));
        }
        start.Add(time.Count);
        var kept = new SortedActions([.. start], [.. time], [.. account], actions.Accounts);
        return (kept, new LeftOut(dropped.Count, actions.Count - kept.Count));
    }
}
