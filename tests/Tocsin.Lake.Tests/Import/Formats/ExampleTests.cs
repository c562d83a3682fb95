using Tocsin.Core.Events;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Lake.Tests.Import.Formats;

/// <summary>Every format against the example that ships in docs/examples/import.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly Inbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Theory]
    [InlineData("events.jsonl", "events", 3, 0)]
    [InlineData("posts.jsonl", "posts", 3, 0)]
    [InlineData("coshare.csv", "coshare", 3, 0)]
    [InlineData("coshare-kinds.csv", "coshare", 3, 0)]
    [InlineData("x-archive.csv", "x-archive", 3, 0)]
    [InlineData("x-api.json", "x-api", 3, 0)]
    [InlineData("bluesky.jsonl", "bluesky", 5, 2)]
    [InlineData("mastodon.json", "mastodon", 3, 0)]
    [InlineData("reddit-submissions.jsonl", "reddit", 2, 1)]
    [InlineData("reddit-comments.jsonl", "reddit", 2, 0)]
    [InlineData("telegram.json", "telegram", 3, 1)]
    [InlineData("tiktok-videos.json", "tiktok-research", 2, 0)]
    [InlineData("tiktok-comments.jsonl", "tiktok-research", 2, 0)]
    public async Task An_example_is_recognised_and_read_whole(string example, string format, int imported, int skipped)
    {
        var summary = await _inbox.Import(Inbox.Example(example));

        Assert.Empty(_inbox.Rejects);
        var file = Assert.Single(summary.Files);
        Assert.Equal((format, (long)imported, (long)skipped), (file.Format, file.Imported, file.Skipped));
    }

    [Fact]
    public async Task Every_format_has_an_example()
    {
        foreach (var example in Directory.GetFiles(Inbox.Example(string.Empty)).Where(file => !file.Contains("generic")))
            await _inbox.Import(example);
        var platforms = _inbox.Events.Select(happening => happening.Event.Platform).Distinct();
        var expected = new[] { "harbour", "posts", "chatter", "coshare", "x", "bluesky", "mastodon", "reddit", "telegram", "tiktok" };
        Assert.Equal(expected.Order(), platforms.Order());
        Assert.Equal(FormatCatalog.All.Count, expected.Length);
    }

    [Fact]
    public async Task Posts_carry_their_fields()
    {
        await _inbox.Import(Inbox.Example("posts.jsonl"));

        var repost = _inbox.ById("3");
        Assert.Equal(("chatter", "cleo", EventKind.Repost, "2"), (repost.Event.Platform, repost.Event.AccountId, repost.Event.Kind, repost.Event.TargetId));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 1, 41, TimeSpan.Zero), repost.Event.Time);
        Assert.Equal("chatter:2", repost.Values(ObservableKind.RepostTarget).Single());
        Assert.Contains(_inbox.ById("2").Values(ObservableKind.Url), url => url.Contains("news.example/vote"));
        Assert.Contains("harbour", _inbox.ById("1").Values(ObservableKind.Hashtag));
    }

    [Fact]
    public async Task A_share_is_known_by_its_whole_row()
    {
        await _inbox.Import(Inbox.Example("coshare.csv"));

        Assert.All(_inbox.Events, share => Assert.Matches("^c-10[0-2]:[0-9a-f]{32}$", share.Event.Id));
        Assert.All(_inbox.Events, share => Assert.Null(share.Event.TargetId));
        Assert.Equal(["o-17", "o-17", "o-18"], _inbox.Events.Select(share => share.Values(ObservableKind.Object).Single()));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772355600), _inbox.Events[0].Event.Time);
    }

    [Fact]
    public async Task A_share_of_several_kinds_carries_each()
    {
        await _inbox.Import(Inbox.Example("coshare-kinds.csv"));

        var share = _inbox.Events[1];
        Assert.Equal("url501", share.Values(ObservableKind.Url).Single());
        Assert.Equal("hashtag31", share.Values(ObservableKind.Hashtag).Single());
        Assert.Equal("domain77", share.Values(ObservableKind.Domain).Single());
        Assert.Equal("phash9001", _inbox.Events[2].Values(ObservableKind.Media).Single());
    }

    [Fact]
    public async Task The_archive_knows_reposts_replies_profiles_and_quoted_text()
    {
        await _inbox.Import(Inbox.Example("x-archive.csv"));

        var (first, repost, reply) = (_inbox.Events[0], _inbox.Events[1], _inbox.Events[2]);
        Assert.Equal("News, weather and \"tides\"", first.Author.Bio);
        Assert.Equal((17L, 23L, "harbournews"), (first.Author.Followers, first.Author.Following, first.Author.Handle));
        Assert.Equal(new DateTimeOffset(2016, 12, 4, 0, 0, 0, TimeSpan.Zero), first.Author.CreatedAt);
        Assert.Superset(new HashSet<string> { "storm", "harbour" }, first.Values(ObservableKind.Hashtag).ToHashSet());
        Assert.Equal((EventKind.Repost, "900000000000000001"), (repost.Event.Kind, repost.Event.TargetId));
        Assert.Equal((EventKind.Reply, "900000000000000001"), (reply.Event.Kind, reply.Event.TargetId));
        Assert.Equal("@harbournews thank you\nand take care", reply.Event.Text);
    }

    [Fact]
    public async Task The_api_joins_authors_and_prefers_the_plainest_link()
    {
        await _inbox.Import(Inbox.Example("x-api.json"));

        var first = _inbox.ById("1700000000000000001");
        Assert.Equal(("ada", "Ada", 120L), (first.Author.Handle, first.Author.DisplayName, first.Author.Followers));
        Assert.Contains(first.Values(ObservableKind.Url), url => url.Contains("news.example/market"));
        Assert.DoesNotContain(first.Values(ObservableKind.Url), url => url.Contains("photo"));
        Assert.Equal("3_900", first.Values(ObservableKind.Media).Single());
        var quote = _inbox.ById("1700000000000000003");
        Assert.Equal((EventKind.Quote, "1600000000000000009"), (quote.Event.Kind, quote.Event.TargetId));
        Assert.Contains("x:1700000000000000001", quote.Values(ObservableKind.ReplyTarget));
    }

    [Fact]
    public async Task Jetstream_takes_the_time_the_network_saw()
    {
        await _inbox.Import(Inbox.Example("bluesky.jsonl"));

        var post = _inbox.ById("at://did:plc:ada/app.bsky.feed.post/3lpost1");
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772355600), post.Event.Time);
        Assert.Equal("bafkreiharbour", post.Values(ObservableKind.Media).Single());
        Assert.Equal("en", post.Event.Language);
        var reply = _inbox.ById("at://did:plc:ben/app.bsky.feed.post/3lpost2");
        Assert.Contains("bluesky:at://did:plc:ada/app.bsky.feed.post/3lpost1", reply.Values(ObservableKind.ReplyTarget));
        Assert.Contains("bluesky:at://did:plc:cleo/app.bsky.feed.post/3lold", reply.Values(ObservableKind.QuoteTarget));
        Assert.Contains(reply.Values(ObservableKind.Url), url => url.Contains("news.example/video"));
        Assert.Contains(_inbox.Events, like => like.Event.Kind == EventKind.Like);
        Assert.Contains(_inbox.Events, follow => follow is { Event: { Kind: EventKind.Follow, TargetId: "did:plc:ada" } });
    }

    [Fact]
    public async Task A_mastodon_status_is_plain_text_with_its_links()
    {
        await _inbox.Import(Inbox.Example("mastodon.json"));

        var (post, boost, reply) = (_inbox.Events[0], _inbox.Events[1], _inbox.Events[2]);
        Assert.Equal("Harbour market is back #harbour\nFish & chips: https://news.example/market", post.Event.Text);
        Assert.Contains(post.Values(ObservableKind.Url), url => url.Contains("news.example/market"));
        Assert.DoesNotContain(post.Values(ObservableKind.Url), url => url.Contains("/tags/"));
        Assert.Equal(("https://social.example/users/ada", "By the sea"), (post.Event.AccountId, post.Author.Bio));
        Assert.Equal((EventKind.Repost, post.Event.Id), (boost.Event.Kind, boost.Event.TargetId));
        Assert.Equal("@ada see you there\nat nine", reply.Event.Text);
    }

    [Fact]
    public async Task Reddit_ids_bear_their_type()
    {
        await _inbox.Import([Inbox.Example("reddit-submissions.jsonl"), Inbox.Example("reddit-comments.jsonl")]);

        Assert.Equal("Market is back\n\nSaturday at nine.", _inbox.ById("t3_1aaaaa").Event.Text);
        Assert.Equal("t3_1aaaaa", _inbox.ById("t3_1aaaab").Event.TargetId);
        Assert.Equal((EventKind.Reply, "t1_kx00001"), (_inbox.ById("t1_kx00002").Event.Kind, _inbox.ById("t1_kx00002").Event.TargetId));
        Assert.Null(_inbox.ById("t1_kx00002").Event.Text);
    }

    [Fact]
    public async Task Telegram_text_is_joined_and_ids_count_per_chat()
    {
        await _inbox.Import(Inbox.Example("telegram.json"));

        var post = _inbox.ById("4401/2");
        Assert.Equal("Market is back #harbour see here", post.Event.Text);
        Assert.Contains(post.Values(ObservableKind.Url), url => url.Contains("news.example/market"));
        Assert.Equal((EventKind.Reply, "4401/2"), (_inbox.ById("4401/3").Event.Kind, _inbox.ById("4401/3").Event.TargetId));
        var forward = _inbox.ById("4401/4");
        Assert.Equal(("channel13", EventKind.Repost), (forward.Event.AccountId, forward.Event.Kind));
        Assert.Contains("telegram:from:Storm watch", forward.Values(ObservableKind.Object));
    }

    [Fact]
    public async Task A_tiktok_comment_without_an_author_stands_alone()
    {
        await _inbox.Import([Inbox.Example("tiktok-videos.json"), Inbox.Example("tiktok-comments.jsonl")]);

        var video = _inbox.ById("7300000000000000001");
        Assert.Equal((EventKind.Video, "ada.sea", "7200000000000000009"),
            (video.Event.Kind, video.Event.AccountId, video.Values(ObservableKind.Sound).Single()));
        var comments = _inbox.Events.Where(comment => comment.Event.Kind == EventKind.Reply).ToList();
        Assert.Equal(2, comments.Select(comment => comment.Event.AccountId).Distinct().Count());
        Assert.Equal("7300000000000000101", comments[1].Event.TargetId);
    }

    [Fact]
    public async Task A_map_reads_any_table()
    {
        var map = EventMap.Parse(await File.ReadAllTextAsync(Inbox.Example("generic.map.yaml"), TestContext.Current.CancellationToken), "map.yaml");
        await _inbox.Import(Inbox.Example("generic.csv"), new ImportOptions { Map = map });

        var post = _inbox.ById("f-1");
        Assert.Equal(("harbour-forum", "ada", "en"), (post.Event.Platform, post.Event.AccountId, post.Event.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), post.Event.Time);
        Assert.Equal("Market\n\nThe harbour market is back", post.Event.Text);
        Assert.Superset(new HashSet<string> { "harbour", "market" }, post.Values(ObservableKind.Hashtag).ToHashSet());
        Assert.Equal(EventKind.Reply, _inbox.ById("f-2").Event.Kind);
    }
}
