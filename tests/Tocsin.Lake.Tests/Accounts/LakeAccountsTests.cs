using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Tests.DuckDb;
using Tocsin.Lake.Tests.Hunting;

namespace Tocsin.Lake.Tests.Accounts;

public sealed class LakeAccountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void What_an_account_did_is_what_its_events_say() => ForVillages((lake, events, account) =>
    {
        var own = events.Where(e => e.Event.AccountKey == account).ToList();
        var rhythm = lake.Accounts.Rhythm(account);
        Assert.Equal(own.Count, rhythm.Hours.Sum());
        Assert.Equal(own.Count, rhythm.Days.Sum(day => day.Events));
        Assert.All(own, e => Assert.True(rhythm.Hours[(((int)e.Event.Time.DayOfWeek + 6) % 7 * 24) + e.Event.Time.Hour] > 0));
        var posts = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = lake.Accounts.Posts(account, 7, cursor);
            posts.AddRange(page.Posts.Select(post => post.Event.Id));
            if ((cursor = page.Next) is null)
                break;
        }
        Assert.Equal(own.OrderByDescending(e => e.Event.Time).ThenByDescending(e => events.IndexOf(e)).Select(e => e.Event.Id), posts);
        var acts = events.SelectMany(e => e.Observables.Select(value => (value, e))).ToList();
        Assert.Equal(
            own.SelectMany(e => e.Observables).GroupBy(o => o)
                .Select(g => (g.Key, g.Count(), (long)acts.Count(a => a.value == g.Key), (long)acts.Where(a => a.value == g.Key).Select(a => a.e.Event.AccountKey).Distinct().Count())).ToHashSet(),
            lake.Accounts.Observables(account, 1_000).Select(v => (new Observable(v.Kind, v.Value), v.Acts, v.ActsInLake, v.AccountsInLake)).ToHashSet());
        return true;
    });

    [Fact]
    public void Accounts_that_share_rare_values_come_first() => ForVillages((lake, events, account) =>
    {
        var acts = events.SelectMany(e => e.Observables.Select(value => (Value: value, e.Event))).ToList();
        var own = acts.Where(act => act.Event.AccountKey == account).ToList();
        var expected = acts.Where(act => act.Event.AccountKey != account && own.Any(o => o.Value == act.Value)).GroupBy(act => act.Event.AccountKey)
            .Select(g => (g.Key, Bits: Bits(g.Select(act => act.Value).Distinct(), acts.ConvertAll(a => a.Value)), Values: g.Select(act => act.Value).Distinct().Count(), Gap: Gap(own, [.. g]))).ToList();
        var found = lake.Accounts.ActsWith(account, 100);
        Assert.Equal(expected.Select(e => (e.Key, Math.Round(e.Bits, 9), e.Values, Math.Round(e.Gap, 6))).ToHashSet(), found.Select(f => (f.Profile.Key, Math.Round(f.Bits, 9), f.Values, Math.Round(f.GapSeconds, 6))).ToHashSet());
        return found.Zip(found.Skip(1)).All(pair => pair.First.Bits >= pair.Second.Bits);
    });

    [Fact]
    public void Accounts_alike_have_the_greatest_cosine() => ForVillages((lake, events, account) =>
    {
        var acts = events.SelectMany(e => e.Observables.Select(value => (Value: value, e.Event.AccountKey))).ToList();
        Dictionary<Observable, double> Vector(ulong of) => acts.Where(a => a.AccountKey == of).GroupBy(a => a.Value).ToDictionary(
            g => g.Key, g => Math.Log2((double)acts.Count(a => a.Value.Kind == g.Key.Kind) / acts.Count(a => a.Value == g.Key)) * (1 + Math.Log(g.Count())));
        var own = Vector(account);
        foreach (var alike in lake.Accounts.Alike(account, 100))
        {
            var other = Vector(alike.Profile.Key);
            var length = Math.Sqrt(own.Values.Sum(w => w * w)) * Math.Sqrt(other.Values.Sum(w => w * w));
            Assert.Equal(length == 0 ? 0 : own.Sum(w => w.Value * other.GetValueOrDefault(w.Key)) / length, alike.Values, 1e-9);
            Assert.InRange(alike.Similarity, 0, 1 + 1e-9);
        }
        return true;
    });

    [Fact]
    public void Two_that_do_the_same_are_alike_and_others_are_not()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        lake.Write([.. Enumerable.Range(0, 40).SelectMany(i => new[] { "twin1", "twin2", $"other{i}" }.Select(who =>
            Some.Incoming($"{who}-{i}", who, Some.Time.AddHours(i), who, new Observable(ObservableKind.Hashtag, who.StartsWith("twin") ? $"rare{i}" : $"common{i % 3}"), new Observable(ObservableKind.Domain, "news.example"))))]);
        var alike = lake.Accounts.Alike(Keys.Of("x", "twin1"), 5, Cancel);
        Assert.Equal("twin2", alike[0].Profile.Handle);
        Assert.Equal(1, alike[0].Similarity, 1e-9);
        var with = lake.Accounts.ActsWith(Keys.Of("x", "twin1"), 5, Cancel);
        Assert.Equal(("twin2", 41, 0.0), (with[0].Profile.Handle, with[0].Values, with[0].GapSeconds));
        Assert.True(with[0].Shared.Count < 41);
        Assert.Equal(with[0].Shared.OrderByDescending(s => s.Bits).Select(s => s.Bits), with[0].Shared.Select(s => s.Bits));
    }

    [Fact]
    public void Names_come_newest_first()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        lake.Write([Some.Incoming("1", time: Some.Time, handle: "old"), Some.Incoming("2", time: Some.Time.AddDays(2), handle: "new"), Some.Incoming("3", time: Some.Time.AddDays(1), handle: "old")]);
        var names = lake.Accounts.Names(Keys.Of("x", "a"));
        Assert.Equal([("new", Some.Time.AddDays(2)), ("old", Some.Time.AddDays(1))], names.Select(name => (name.Handle, name.Last)));
        Assert.Equal(Some.Time, names[1].First);
    }

    [Fact]
    public void An_unknown_account_has_nothing()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        lake.Write(Some.Many(10));
        Assert.Empty(lake.Accounts.Rhythm(1, Cancel).Days);
        Assert.Empty(lake.Accounts.Observables(1, 10, Cancel));
        Assert.Empty(lake.Accounts.ActsWith(1, 10, Cancel));
        Assert.Empty(lake.Accounts.Alike(1, 10, Cancel));
        Assert.Empty(lake.Accounts.Names(1));
        Assert.Empty(lake.Accounts.Posts(1, 10, null, Cancel).Posts);
    }

    // The kind that says most in full, half of the others.
    private static double Bits(IEnumerable<Observable> shared, List<Observable> acts)
    {
        var kinds = shared.GroupBy(value => value.Kind).Select(g => g.Sum(value => Math.Log2((double)acts.Count(a => a.Kind == value.Kind) / acts.Count(a => a == value)))).ToList();
        return kinds.Max() + ((kinds.Sum() - kinds.Max()) / 2);
    }

    private static double Gap(List<(Observable Value, Event Event)> own, List<(Observable Value, Event Event)> other) =>
        other.GroupBy(act => act.Value).Select(g => g.Min(act => own.Where(o => o.Value == act.Value).Min(o => Math.Abs((o.Event.Time - act.Event.Time).TotalSeconds))))
            .Order().ToList() is var gaps ? gaps[gaps.Count / 2] : 0;

    private static void ForVillages(Func<DuckDbLake, List<IncomingEvent>, ulong, bool> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(Village.Events.Zip(Gen.Choose(1, 4)).ToArbitrary(), village =>
        {
            using var folder = new TemporaryFolder();
            using var lake = DuckDbLake.Open(folder.Path);
            lake.Write(village.Item1);
            return holds(lake, [.. village.Item1.DistinctBy(e => e.Event.Key)], Keys.Of("x", $"a{village.Item2}"));
        }));
}
