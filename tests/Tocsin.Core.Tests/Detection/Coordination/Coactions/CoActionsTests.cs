using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

public class CoActionsTests
{
    private const int Accounts = 5000;   // more than there are buckets, so that accounts share one

    [Fact]
    public void Large_tables_split_over_threads_and_passes_give_the_same_edges()
    {
        var actions = Random(rows: 60_000, objects: 300, seed: 7);
        var expected = Naive(actions, window: 40);
        Assert.Equal(expected, Fold(actions, 40, CoActions.DefaultBufferBytes));
        Assert.Equal(expected, Fold(actions, 40, bufferBytes: 100_000));
    }

    [Fact]
    public void One_object_holding_every_row_is_split_over_threads_too()
    {
        var actions = Random(rows: 30_000, objects: 1, seed: 8);
        Assert.Equal(Naive(actions, window: 2), Fold(actions, 2, CoActions.DefaultBufferBytes));
    }

    [Fact]
    public void Co_actions_reach_the_fold_in_the_order_of_the_later_row()
    {
        var actions = Random(rows: 20_000, objects: 50, seed: 9);
        var ordered = CoActions.Fold<EveryPair, LaterRowsRise, bool>(actions, 100, default, default);
        Assert.NotEmpty(ordered);
        Assert.DoesNotContain(false, ordered);
    }

    [Fact]
    public void A_window_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fold(Random(10, 1, 1), -1, 0));

    [Fact]
    public void A_cancelled_count_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            CoActions.Fold<EveryPair, Counting, Edge>(Random(10, 1, 1), 1, default, default, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Columns_sorted_by_value_become_objects()
    {
        var actions = SortedActions.From([3, 3, 5, 9, 9], [1, 2, 1, 0, 0], [0, 1, 0, 1, 2], 3);
        Assert.Equal([0, 2, 3, 5], actions.Start);
        Assert.Equal([0, 0, 1, 2, 2], Enumerable.Range(0, 5).Select(actions.ObjectOf));
    }

    private static Edge[] Fold(SortedActions actions, long window, long bufferBytes) =>
        CoActions.Fold<EveryPair, Counting, Edge>(actions, window, default, default, bufferBytes);

    private static SortedActions Random(int rows, int objects, int seed)
    {
        var random = new Random(seed);
        var table = Enumerable.Range(0, rows)
            .Select(_ => (Object: (ulong)random.Next(objects), Time: (long)random.Next(10_000), Account: (int)(Accounts * Math.Pow(random.NextDouble(), 3))))
            .Order().ToArray();
        return SortedActions.From([.. table.Select(r => r.Object)], [.. table.Select(r => r.Time)], [.. table.Select(r => r.Account)], Accounts);
    }

    private static Edge[] Naive(SortedActions actions, long window)
    {
        var weights = new SortedDictionary<(int, int), int>();
        for (var later = 0; later < actions.Count; later++)
        {
            var start = actions.Start[actions.ObjectOf(later)];
            for (var earlier = later - 1; earlier >= start && actions.Time[later] - actions.Time[earlier] <= window; earlier--)
            {
                int a = actions.Account[earlier], b = actions.Account[later];
                if (a != b) weights[(Math.Min(a, b), Math.Max(a, b))] = weights.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b))) + 1;
            }
        }
        return [.. weights.Select(w => new Edge(w.Key.Item1, w.Key.Item2, w.Value))];
    }

    private readonly record struct Edge(int U, int V, int Weight);

    private readonly struct Counting : ICoActionFold<Edge>
    {
        public Edge Fold(ReadOnlySpan<CoAction> shared) => new(shared[0].U, shared[0].V, shared.Length);
    }

    private readonly struct LaterRowsRise : ICoActionFold<bool>
    {
        public bool Fold(ReadOnlySpan<CoAction> shared)
        {
            var last = -1;
            foreach (var pair in shared)
            {
                var later = Math.Max(pair.RowU, pair.RowV);
                if (later < last) return false;
                last = later;
            }
            return true;
        }
    }
}
