using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Hunting;

namespace Tocsin.Lake.Tests.Hunting;

public sealed class LakeHuntTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Hunts_find_what_looking_at_every_event_finds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(Village.Events.Zip(Gen.Zip(Village.Hunts, Village.Ranges).ListOf(8)).ToArbitrary(), village =>
        {
            using var folder = new TemporaryFolder();
            using var lake = Filled(folder, village.Item1);
            return village.Item2.All(hunt => Agrees(lake, village.Item1, HuntQuery.Parse(hunt.Item1), hunt.Item2));
        }));

    [Fact]
    public void Values_of_a_field_are_counted_now_and_before() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(Village.Events.Zip(Gen.Zip(Gen.OneOf(Village.Hunts, Gen.Constant("")), Village.Ranges)).Zip(Gen.Elements<HuntField>(HuntField.All)).ToArbitrary(), village =>
        {
            using var folder = new TemporaryFolder();
            using var lake = Filled(folder, village.Item1.Item1);
            return Counts(lake, village.Item1.Item1, HuntQuery.Parse(village.Item1.Item2.Item1), village.Item1.Item2.Item2, village.Item2);
        }));

    [Fact]
    public void Pages_follow_each_other_without_gap_or_overlap()
    {
        using var folder = new TemporaryFolder();
        using var lake = Filled(folder, [.. Enumerable.Range(0, 250).Select(i => DuckDb.Some.Incoming($"{i}", time: DuckDb.Some.Time.AddSeconds(i / 40)))]);
        var seen = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = lake.Hunt.Run(HuntQuery.Parse("hello"), null, 30, cursor, Cancel);
            seen.AddRange(page.Posts.Select(post => post.Event.Id));
            if ((cursor = page.Next) is null)
                break;
        }
        Assert.Equal(Enumerable.Range(0, 250).Reverse().Select(i => $"{i}"), seen);
        Assert.Throws<Problem>(() => lake.Hunt.Run(HuntQuery.Everything, null, 10, "not a cursor", Cancel));
    }

    [Fact]
    public void Nothing_is_found_in_an_empty_lake()
    {
        using var folder = new TemporaryFolder();
        using var lake = Filled(folder, []);
        foreach (var query in new[] { HuntQuery.Everything, HuntQuery.Parse("cat"), HuntQuery.Parse("-cat"), HuntQuery.Parse("@nobody"), HuntQuery.Of(ObservableKind.Text, "f00") })
        {
            Assert.Empty(lake.Hunt.Run(query, null, 10, null, Cancel).Posts);
            Assert.Equal(0, lake.Hunt.Chart(query, null, Cancel).Total);
            Assert.Empty(lake.Hunt.Top(query, null, HuntField.Of(ObservableKind.Domain), 10, Cancel).Rows);
        }
    }

    [Fact]
    public void Texts_in_common_are_found_beside_other_terms_only()
    {
        using var folder = new TemporaryFolder();
        var said = Enumerable.Range(0, 3).Select(i => DuckDb.Some.Incoming($"{i}", $"a{i}", observables: new Observable(ObservableKind.Text, i < 2 ? "f00" : "ba4"))).ToArray();
        using var lake = Filled(folder, said);
        Assert.Equal(2, lake.Hunt.Run(HuntQuery.Of(ObservableKind.Text, "f00"), null, 10, null, Cancel).Posts.Count);
        Assert.Single(lake.Hunt.Run(HuntQuery.Parse("same_text:f00 hello -account:x:a1"), null, 10, null, Cancel).Posts);
        Assert.Equal(2, lake.Hunt.Chart(HuntQuery.Parse("same_text:f00"), null, Cancel).Total);
        Assert.Empty(lake.Hunt.Run(HuntQuery.Parse("same_text:f00 same_text:ba4"), null, 10, null, Cancel).Posts);
        Assert.Throws<Problem>(() => lake.Hunt.Run(HuntQuery.Parse("same_text:f00 OR hello"), null, 10, null, Cancel));
        lake.ReplaceDerived(ObservableKind.NearText, [new(said[1].Event.Key, said[1].Event.AccountKey, 0, "c1")]);
        Assert.Equal("1", Assert.Single(lake.Hunt.Run(HuntQuery.Parse("near_text:c1"), null, 10, null, Cancel).Posts).Event.Id);
    }

    [Fact]
    public void Very_many_events_are_counted_by_a_sample_that_says_so()
    {
        var sample = new RowSample(1_000);
        var rows = Enumerable.Range(0, 50_000).Select(i => (long)i << 31 | (uint)i).ToArray();
        foreach (var some in rows.Chunk(777))
            sample.Add(some);
        Assert.Equal(50_000, sample.Seen);
        Assert.InRange(sample.Kept.Count, 300, 1_000);
        Assert.InRange(sample.Kept.Count / sample.Share, 40_000, 60_000);
        var again = new RowSample(1_000);
        again.Add(rows);
        Assert.Equal(again.Kept, sample.Kept);
    }

    private static DuckDbLake Filled(TemporaryFolder folder, IncomingEvent[] events)
    {
        var lake = DuckDbLake.Open(folder.Path);
        foreach (var some in events.Chunk(23))
        {
            lake.Write(some);
            lake.Search.CatchUp();
        }
        return lake;
    }

    private static bool Agrees(DuckDbLake lake, IncomingEvent[] events, HuntQuery query, TimeRange? range)
    {
        var expected = Village.Found(events, query, range);
        var page = lake.Hunt.Run(query, range, 1_000);
        var chart = lake.Hunt.Chart(query, range);
        Assert.Equal(expected.Select(e => e.Event), page.Posts.Select(post => post.Event));
        Assert.Equal(expected.Count, chart.Total);
        Assert.All(chart.Buckets, bucket => Assert.Equal(bucket.Count, expected.Count(e => bucket.From <= e.Event.Time && e.Event.Time < bucket.From + chart.Width)));
        return true;
    }

    private static bool Counts(DuckDbLake lake, IncomingEvent[] events, HuntQuery query, TimeRange? range, HuntField field)
    {
        var top = lake.Hunt.Top(query, range, field, 1_000);
        var now = Village.Found(events, query, range);
        TimeRange? earlier = range is { } r && r.Until > r.From ? new(r.From - (r.Until - r.From), r.From) : null;
        var before = earlier is null ? null : Village.Found(events, query, earlier);
        Assert.Equal((now.Count, before?.Count), ((int)top.Events, (int?)top.EventsBefore));
        var expected = now.SelectMany(e => Values(field, e).Select(value => (value, e))).GroupBy(pair => pair.value)
            .Select(g => (g.Key, (long)g.Count(), (long?)before?.Count(e => Values(field, e).Contains(g.Key)), (long)g.Select(p => p.e.Event.AccountKey).Distinct().Count()));
        Assert.Equal(expected.OrderBy(row => row.Key, StringComparer.Ordinal), top.Rows.Select(row => (row.Value, row.Now, row.Before, row.Accounts)).OrderBy(row => row.Value, StringComparer.Ordinal));
        Assert.Equal(top.Rows.OrderByDescending(row => row.Now).Select(row => row.Now), top.Rows.Select(row => row.Now));
        return top.Rows.Take(4).All(row => lake.Hunt.Chart(query.And(row.Query), range).Total == row.Now || FindsMore(field, row.Value));
    }

    // A host finds what its domain finds, too, and a language what its regions find.
    private static bool FindsMore(HuntField field, string value) =>
        field.Name == "lang" || (field.Kind is { } kind && HuntValues.Alternative(kind, value) is not null);

    private static IEnumerable<string> Values(HuntField field, IncomingEvent e) => field switch
    {
        { Kind: { } kind } => e.Observables.Where(o => o.Kind == kind).Select(o => o.Value),
        { Name: "account" } => [$"{e.Event.Platform}:{e.Event.AccountId}"],
        { Name: "platform" } => [e.Event.Platform],
        { Name: "lang" } => e.Event.Language is { } language ? [language.ToLowerInvariant()] : [],
        _ => [e.Event.Kind.ToString().ToLowerInvariant()],
    };
}
