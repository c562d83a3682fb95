using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class DuckDbLakeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private DuckDbLake lake;

    public DuckDbLakeTests() => lake = DuckDbLake.Open(folder.Path);

    public void Dispose()
    {
        lake.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void An_empty_lake_has_nothing()
    {
        Assert.Equal(new LakeSummary(0, 0, null, null), lake.Summarise());
        Assert.Equal(0, lake.ReadActions(ObservableKind.Url, TimeRange.All).Count);
        Assert.Equal(0, lake.ReadTexts(TimeRange.All).Count);
        Assert.Empty(lake.ReadAccounts(null));
    }

    [Fact]
    public void Everything_of_an_event_comes_back()
    {
        var e = new Event
        {
            Platform = "bluesky",
            Id = "at://1",
            AccountId = "did:1",
            Time = Some.Time.AddTicks(10),
            Kind = EventKind.Quote,
            Text = "nul \0, emoji 🔔, עברית",
            Language = "he",
            TargetId = "at://0",
        };
        lake.Write([new(e, new() { Platform = "bluesky", Id = "did:1" }, [])]);
        Assert.Equal(e, lake.ReadEvents([e.Key])[e.Key]);
    }

    [Fact]
    public void Everything_of_an_account_comes_back()
    {
        var profile = new AccountProfile
        {
            Platform = "x",
            Id = "a",
            Handle = "h",
            DisplayName = "N",
            Bio = "b",
            CreatedAt = Some.Time.AddYears(-3),
            Followers = 5,
            Following = 0,
        };
        lake.Write([new(Some.Event("1"), profile, []), new(Some.Event("2", time: Some.Time.AddDays(2)), profile, [])]);
        var stored = new StoredAccount(profile, 2, Some.Time, Some.Time.AddDays(2));
        Assert.Equal(stored, lake.ReadAccounts(null)[profile.Key]);
        Assert.Equal(stored, lake.ReadAccounts([profile.Key])[profile.Key]);
        Assert.Empty(lake.ReadAccounts([profile.Key + 1]));
    }

    [Fact]
    public void What_was_written_is_there_after_reopening()
    {
        lake.Write(Some.Many(10));
        lake.Dispose();
        lake = DuckDbLake.Open(folder.Path);
        Assert.Equal(new LakeSummary(10, 7, Some.Time, Some.Time.AddSeconds(9)), lake.Summarise());
    }

    [Fact]
    public void A_known_event_is_a_duplicate_and_changes_nothing()
    {
        var tag = new Observable(ObservableKind.Hashtag, "t");
        Assert.Equal(new WriteResult(1, 1), lake.Write([Some.Incoming("1", observables: tag), Some.Incoming("1", observables: tag)]));
        Assert.Equal(new WriteResult(1, 1), lake.Write([Some.Incoming("1", handle: "new", observables: tag), Some.Incoming("2")]));
        Assert.Equal(2, lake.Summarise().Events);
        Assert.Equal(1, lake.ReadActions(ObservableKind.Hashtag, TimeRange.All).Count);
        Assert.Null(lake.ReadAccounts(null)[Keys.Of("x", "a")].Profile.Handle);
    }

    [Fact]
    public void An_observable_named_twice_by_an_event_is_kept_once()
    {
        var tag = new Observable(ObservableKind.Hashtag, "t");
        lake.Write([Some.Incoming("1", observables: [tag, tag, new(ObservableKind.Mention, "t")])]);
        Assert.Equal(
            new Dictionary<ObservableKind, long> { [ObservableKind.Hashtag] = 1, [ObservableKind.Mention] = 1 },
            lake.CountActions(TimeRange.All));
    }

    [Fact]
    public void Actions_are_sorted_by_value_and_time_and_carry_their_keys()
    {
        var events = Some.Many(5000);
        events.Reverse();
        lake.Write(events);
        var expected = events
            .Select(i => (Value: Keys.Of(i.Observables[0].Value), Time: Micros.Of(i.Event.Time), Account: i.Event.AccountKey, Event: i.Event.Key))
            .Order().ToList();
        var actions = lake.ReadActions(ObservableKind.Hashtag, TimeRange.All);
        Assert.Equal(expected, actions.Value.Zip(actions.Time, actions.Account).Zip(actions.Event, (a, e) => (a.First, a.Second, a.Third, e)));
    }

    [Fact]
    public void The_end_of_a_range_is_not_in_it()
    {
        lake.Write(Some.Many(10));
        var range = new TimeRange(Some.Time.AddSeconds(2), Some.Time.AddSeconds(5));
        Assert.Equal(3, lake.ReadActions(ObservableKind.Hashtag, range).Count);
        Assert.Equal(3, lake.ReadTexts(range).Count);
        Assert.Equal(3, lake.ReadEventTimes(range).Count);
        Assert.Equal(3, lake.CountActions(range)[ObservableKind.Hashtag]);
    }

    [Fact]
    public void The_first_and_last_moments_of_the_calendar_are_in_the_whole_range()
    {
        lake.Write([Some.Incoming("1", time: DateTimeOffset.MinValue), Some.Incoming("2", time: DateTimeOffset.MaxValue)]);
        Assert.Equal(2, lake.ReadEventTimes(TimeRange.All).Count);
        Assert.Equal(DateTimeOffset.MinValue, lake.Summarise().First);
    }

    [Fact]
    public void Texts_and_times_come_ordered_by_time()
    {
        var events = Some.Many(3000);
        events.Reverse();
        lake.Write(events);
        var texts = lake.ReadTexts(TimeRange.All);
        var times = lake.ReadEventTimes(TimeRange.All);
        var keys = Some.Many(3000).ConvertAll(i => i.Event.Key);
        Assert.Equal(keys, texts.Event);
        Assert.Equal(keys, times.Event);
        Assert.All(texts.Text, t => Assert.Equal("hello", t));
        Assert.All(times.Kind, k => Assert.Equal(EventKind.Post, k));
    }

    [Fact]
    public void Values_are_found_by_their_keys_within_a_kind()
    {
        lake.Write([Some.Incoming("1", observables: [new(ObservableKind.Url, "u"), new(ObservableKind.Domain, "d")])]);
        var found = lake.ReadValues(ObservableKind.Url, [Keys.Of("u"), Keys.Of("d")]);
        Assert.Equal(new Dictionary<ulong, string> { [Keys.Of("u")] = "u" }, found);
    }

    [Fact]
    public void Derived_rows_are_replaced_as_a_whole()
    {
        lake.Write(Some.Many(3));
        DerivedAction Row(ulong e, string value) => new(e, 2, 3, value);
        lake.ReplaceDerived(ObservableKind.NearText, [Row(1, "old"), Row(2, "old")]);
        lake.ReplaceDerived(ObservableKind.NearText, [Row(1, "new")]);
        var actions = lake.ReadActions(ObservableKind.NearText, TimeRange.All);
        Assert.Equal([Keys.Of("new")], actions.Value);
        Assert.Equal(3, lake.CountActions(TimeRange.All)[ObservableKind.Hashtag]);
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_kept_with_replacement_characters()
    {
        lake.Write([new(Some.Event(text: "a\ud800b"), Some.Author(), [new(ObservableKind.Text, "\udc00")])]);
        Assert.Equal("a\ufffdb", lake.ReadTexts(TimeRange.All).Text[0]);
        Assert.Equal("\ufffd", lake.ReadValues(ObservableKind.Text, [Keys.Of("\udc00")])[Keys.Of("\udc00")]);
    }

    [Fact]
    public async Task Readers_see_whole_batches_while_a_writer_writes()
    {
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
                Assert.Equal(0, lake.ReadActions(ObservableKind.Hashtag, TimeRange.All).Count % 100);
        })).ToArray();
        for (var batch = 0; batch < 20; batch++)
            lake.Write(Some.Many(100, batch * 100));
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(2000, lake.Summarise().Events);
    }

    [Fact]
    public void Writers_take_turns()
    {
        Parallel.For(0, 8, i => lake.Write(Some.Many(200, i * 100)));
        Assert.Equal(900, lake.Summarise().Events);
    }
}
