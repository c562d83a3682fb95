using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Tests.Hunting;

namespace Tocsin.Lake.Tests.Acts;

public sealed class ActsTests
{
    [Fact]
    public void Timelines_compare_some_with_everybody_else() => ForVillages((lake, events, accounts, range) =>
    {
        var timeline = SignalTimeline.Of(lake, accounts, range ?? TimeRange.All);
        var within = Within(events, range);
        var (theirs, others) = (within.Where(e => accounts.Contains(e.Event.AccountKey)).ToList(), within.Where(e => !accounts.Contains(e.Event.AccountKey)).ToList());
        Assert.Equal(theirs.Count, timeline.Buckets.Sum(bucket => bucket.Acts));
        if (timeline.Buckets.Count > 0)
            Assert.Equal(theirs.Count, timeline.Buckets.Sum(bucket => bucket.Expected), 1e-6);
        foreach (var bucket in timeline.Buckets)
        {
            var expected = others.Count == 0 ? (double)theirs.Count / timeline.Buckets.Count : (double)theirs.Count * others.Count(In) / others.Count;
            Assert.Equal((theirs.Count(In), expected), ((int)bucket.Acts, bucket.Expected));
            Assert.Equal((Math.Max(0, expected - (2 * Math.Sqrt(expected))), expected + (2 * Math.Sqrt(expected))), (bucket.Low, bucket.High));

            bool In(IncomingEvent e) => bucket.From <= e.Event.Time && e.Event.Time < bucket.From + timeline.Width;
        }
        return true;
    });

    [Fact]
    public void Joint_acts_are_those_on_values_that_two_share() => ForVillages((lake, events, accounts, range) =>
    {
        var joint = JointActs.Of(lake, accounts, range ?? TimeRange.All);
        var acts = Within(events, range).SelectMany(e => e.Observables.Select(o => (Value: o, e.Event))).ToList();
        var theirs = acts.Where(act => accounts.Contains(act.Event.AccountKey)).ToList();
        var shared = theirs.GroupBy(act => act.Value).Where(g => g.Select(act => act.Event.AccountKey).Distinct().Count() > 1).ToList();
        Assert.Equal((shared.Count, shared.Sum(g => g.Count())), (joint.ValuesInAll, joint.ActsInAll));
        Assert.Equal(
            shared.Select(g => (g.Key, g.Select(a => a.Event.AccountKey).Distinct().Count(), g.Count(), (long)acts.Count(a => a.Value == g.Key))).ToHashSet(),
            joint.Values.Select(v => (new Observable(v.Kind, v.Value), v.Accounts, v.Acts, v.ActsInLake)).ToHashSet());
        Assert.Equal(
            shared.SelectMany(g => g.Select(a => (a.Value, a.Event.AccountKey, a.Event.Time, a.Event.Key))).ToHashSet(),
            joint.Acts.Select(a => (new Observable(joint.Values[a.Value].Kind, joint.Values[a.Value].Value), joint.Accounts[a.Account], a.Time, a.Event)).ToHashSet());
        Assert.Equal(joint.ActsInAll, joint.Cells.Sum(cell => cell.Acts));
        Assert.Equal(joint.Values.OrderByDescending(v => v.Accounts * v.Bits).Select(v => v.Accounts * v.Bits), joint.Values.Select(v => v.Accounts * v.Bits));
        return joint.Acts.Zip(joint.Acts.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time);
    });

    [Fact]
    public void What_is_listed_is_bounded_and_what_is_not_is_counted()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        lake.Write(Tests.DuckDb.Some.Many(3_000));
        ulong[] accounts = [.. Enumerable.Range(0, 7).Select(i => Keys.Of("x", $"a{i}"))];
        var joint = JointActs.Of(lake, accounts, TimeRange.All, mostValues: 2, mostActs: 100);
        Assert.Equal((2, 100, 5, 1_200), (joint.Values.Count, joint.Acts.Count, joint.ValuesInAll, joint.ActsInAll));
        Assert.Equal(1_200, joint.Cells.Sum(cell => cell.Acts));
    }

    [Fact]
    public void Nobody_has_no_acts()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        Assert.Empty(SignalTimeline.Of(lake, [1], TimeRange.All).Buckets);
        Assert.Empty(JointActs.Of(lake, [1], TimeRange.All).Acts);
        lake.Write(Tests.DuckDb.Some.Many(10));
        Assert.Empty(JointActs.Of(lake, [], TimeRange.All).Acts);
        Assert.Equal(0, SignalTimeline.Of(lake, [], TimeRange.All).Buckets.Sum(bucket => bucket.Acts + bucket.Expected));
    }

    private static List<IncomingEvent> Within(IncomingEvent[] events, TimeRange? range) =>
        [.. events.DistinctBy(e => e.Event.Key).Where(e => range is not { } r || (r.From <= e.Event.Time && e.Event.Time < r.Until))];

    private static void ForVillages(Func<DuckDbLake, IncomingEvent[], HashSet<ulong>, TimeRange?, bool> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(Village.Events.Zip(Village.Ranges).Zip(Gen.Choose(0, 255)).ToArbitrary(), village =>
        {
            using var folder = new TemporaryFolder();
            using var lake = DuckDbLake.Open(folder.Path);
            lake.Write(village.Item1.Item1);
            var accounts = Enumerable.Range(0, 8).Where(i => (village.Item2 & (1 << i)) != 0).Select(i => Keys.Of(i < 4 ? "x" : "y", $"a{(i % 4) + 1}")).ToHashSet();
            return holds(lake, village.Item1.Item1, accounts, village.Item1.Item2);
        }));
}
