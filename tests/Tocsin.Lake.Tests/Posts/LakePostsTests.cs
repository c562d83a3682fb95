using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.NearText;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Tests.DuckDb;

namespace Tocsin.Lake.Tests.Posts;

public sealed class LakePostsTests
{
    private static readonly string[] Templates =
    [
        "my neighbour told me that the mayor sold the old market to {0} for nothing and nobody reports it",
        "why is {0} still allowed to build on the river when everybody knows what happened in spring",
        "今日は{0}で友達と会って、とても楽しい一日になりました。また行きたいです",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Near_duplicates_are_those_that_looking_at_every_post_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(
        Gen.Choose(1, 40).SelectMany(count => Gen.CollectToArray(Enumerable.Range(0, count).Select(Event))).ToArbitrary(), events =>
        {
            using var folder = new TemporaryFolder();
            using var lake = Filled(folder, events);
            foreach (var of in events.Take(5))
            {
                var likeness = new TextLikeness(of.Event.Text!);
                var expected = events.Where(e => e.Event.Key != of.Event.Key && e.Event.Kind != EventKind.Repost)
                    .Select(e => (e.Event.Id, likeness.To(e.Event.Text!))).Where(e => e.Item2 >= 0.5);
                var found = lake.Posts.NearDuplicates(of.Event.Key, 1_000);
                Assert.Equal(expected.ToHashSet(), found.Select(f => (f.Post.Event.Id, f.Similarity)).ToHashSet());
                Assert.Equal(found.OrderByDescending(f => f.Similarity).Select(f => f.Similarity), found.Select(f => f.Similarity));
            }
        }));

    [Fact]
    public void What_differs_is_told()
    {
        using var folder = new TemporaryFolder();
        using var lake = Filled(folder, [Posted("1", Templates[0], "Anna"), Posted("2", Templates[0], "Bert")]);
        var near = Assert.Single(lake.Posts.NearDuplicates(Keys.Of("x", "1"), 10, Cancel));
        Assert.Equal([TextChange.Same, TextChange.Removed, TextChange.Added, TextChange.Same], near.Difference.Select(piece => piece.Change));
        Assert.Equal(("Anna", "Bert"), (near.Difference[1].Text, near.Difference[2].Text));
    }

    [Fact]
    public void A_scans_clusters_lead_to_copies_without_the_index()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        IncomingEvent[] events = [Posted("1", Templates[0], "Anna"), Posted("2", Templates[0], "Bert"), Posted("3", Templates[1], "Bert")];
        lake.Write(events);
        Assert.Empty(lake.Posts.NearDuplicates(events[0].Event.Key, 10, Cancel));
        lake.ReplaceDerived(ObservableKind.NearText, NearTextClusters.Find(lake.ReadTexts(TimeRange.All), cancellation: Cancel).Actions);
        Assert.Equal("2", Assert.Single(lake.Posts.NearDuplicates(events[0].Event.Key, 10, Cancel)).Post.Event.Id);
    }

    [Fact]
    public void A_post_without_text_or_unknown_is_like_none()
    {
        using var folder = new TemporaryFolder();
        using var lake = Filled(folder, [new(Some.Event("1", text: null), Some.Author(), []), new(Some.Event("2", text: "!!!"), Some.Author(), [])]);
        Assert.Empty(lake.Posts.NearDuplicates(Keys.Of("x", "1"), 10, Cancel));
        Assert.Empty(lake.Posts.NearDuplicates(Keys.Of("x", "2"), 10, Cancel));
        Assert.Empty(lake.Posts.NearDuplicates(7, 10, Cancel));
        Assert.Null(lake.Posts.Find(7));
        Assert.Equal("1", lake.Posts.Find(Keys.Of("x", "1"))!.Event.Id);
    }

    private static DuckDbLake Filled(TemporaryFolder folder, IncomingEvent[] events)
    {
        var lake = DuckDbLake.Open(folder.Path);
        lake.Write(events);
        lake.Search.CatchUp();
        return lake;
    }

    private static IncomingEvent Posted(string id, string template, string word) =>
        ObservableExtractor.Enrich(new(Some.Event(id, "a" + id, text: string.Format(template, word)), Some.Author("a" + id), []));

    private static Gen<IncomingEvent> Event(int id) =>
        from template in Gen.Elements(Templates)
        from word in Gen.Elements("Anna", "the council", "ACME", "@somebody", "https://x.example/1")
        from kind in Gen.Elements(EventKind.Post, EventKind.Post, EventKind.Reply, EventKind.Repost)
        from cut in Gen.Choose(0, 30)
        let text = string.Format(template, word)
        select ObservableExtractor.Enrich(new(
            Some.Event($"{id}", $"a{id}", text: cut < 20 ? text[..^cut] : text) with { Kind = kind }, Some.Author($"a{id}"), []));
}
