using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Coordination;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Detection.Coordination;

public class TieTests
{
    private static readonly CoordinationOptions Options = new();

    [Fact]
    public void Strangers_meet_as_often_as_the_null_expects()
    {
        var random = new Random(11);
        var events = Enumerable.Range(0, 6000).Select(i => Act($"a{(int)(40 * Math.Pow(random.NextDouble(), 2))}", i * 13L, $"tag{(int)(30 * Math.Pow(random.NextDouble(), 3))}")).ToArray();
        var ties = FindTies(events, MinCoactions: 1);
        double observed = ties.Sum(tie => tie.Observed), expected = ties.Sum(tie => tie.Expected);
        Assert.InRange(observed / expected, 0.93, 1.07);
        Assert.Empty(TieTable.From(ties, 40, 1, Options).Significant);
    }

    [Fact]
    public void Two_that_move_together_stand_out_among_strangers()
    {
        var random = new Random(12);
        var noise = Enumerable.Range(0, 4000).Select(i => Act($"a{random.Next(60)}", i * 20L, $"tag{random.Next(80)}"));
        var pair = Enumerable.Range(0, 15).SelectMany(i => new[] { Act("x", i * 4001L, $"tag{i % 9}"), Act("y", (i * 4001L) + 7, $"tag{i % 9}") });
        var table = TieTable.From(FindTies([.. noise, .. pair]), 62, 1, Options);
        var tie = Assert.Single(table.Significant);
        Assert.Equal(15, tie.Kinds[0].Observed);
        Assert.Equal(7_000_000, tie.Kinds[0].Gap);
        Assert.True(tie.Kinds[0].Leads is 0 or 15);
    }

    [Fact]
    public void A_burst_counts_once_in_the_cautious_bound()
    {
        var burst = Enumerable.Range(0, 5).SelectMany(i => new[] { Act("x", i, "t"), Act("y", i, "t") });
        var tie = FindTies([.. burst, .. Enumerable.Range(0, 50).Select(i => Act($"a{i}", 100_000 + (i * 5000L), $"t{i}"))]).Single(t => t.Window == 0);
        Assert.Equal(25, tie.Observed);
        Assert.Equal(5, tie.Bursts);
        Assert.True(tie.LowBits < tie.HighBits);
    }

    [Fact]
    public void Adding_a_kind_never_loses_what_the_best_one_had() => Prop.ForAll(KindTies().ToArbitrary(), ties =>
    {
        var sorted = ties.OrderBy(tie => tie.Trace).ThenBy(tie => tie.Window).ToArray();
        var all = PairTie.Fuse(sorted, Options.Traces);
        return sorted.GroupBy(tie => tie.Trace).All(kind => PairTie.Fuse([.. kind], Options.Traces) is var alone
            && all.LowBits >= alone.LowBits - 1e-9 && all.Bits >= alone.Bits - 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_exceeds_the_budget_is_the_most_popular_and_is_counted()
    {
        int[] start = [0, 100, 103, 105];
        var actions = new SortedActions(start, new long[105], [.. Enumerable.Range(0, 105)], 105);
        var (kept, left) = PairBudget.Fit(actions, 10, budget: 50);
        Assert.Equal(5, kept.Count);
        Assert.Equal(new LeftOut(1, 100), left);
        Assert.Same(actions, PairBudget.Fit(actions, 10, budget: 100_000).Kept);
    }

    private static Gen<KindTie[]> KindTies() =>
        from count in Gen.Choose(1, 8)
        from ties in Gen.ArrayOf(
            from trace in Gen.Choose(0, 4)
            from observed in Gen.Choose(2, 60)
            from bursts in Gen.Choose(1, observed)
            from expected in Gen.Choose(1, 900)
            select new KindTie(3UL << 32 | 9, (byte)trace, 0, observed, 0, bursts, 0, 0, 0, 0).Against(expected / 100.0), count)
        select ties;

    private static List<KindTie> FindTies(IncomingEvent[] events, int MinCoactions = 2)
    {
        var lake = new MemoryLake(events);
        var options = Options with { MinCoactions = MinCoactions };
        var finder = new TieFinder(lake, new AccountIndex(lake.ReadEventTimes(TimeRange.All)), options, TimeRange.All, CancellationToken.None) { LeastBits = MinCoactions == 1 ? -1 : 3 };
        return finder.Find(0, out _);
    }

    private static IncomingEvent Act(string account, long second, string tag) => new(
        new Event { Platform = "p", Id = $"{account}-{second}-{tag}", AccountId = account, Time = DateTimeOffset.UnixEpoch.AddSeconds(second) },
        new AccountProfile { Platform = "p", Id = account }, [new(ObservableKind.Hashtag, tag)]);
}
