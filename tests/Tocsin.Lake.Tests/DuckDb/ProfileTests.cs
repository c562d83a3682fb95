using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class ProfileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DuckDbLake lake;

    public ProfileTests() => lake = DuckDbLake.Open(folder.Path);

    public void Dispose()
    {
        lake.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_newest_name_wins_and_older_ones_stay_in_the_history()
    {
        Write(1, "old", "N");
        Write(5, "new", null);
        Write(3, "middle", null);
        Write(4, "middle", null);
        var profile = Assert.Single(lake.ReadAccounts(null)).Value.Profile;
        Assert.Equal(("new", "N"), (profile.Handle, profile.DisplayName));
        Assert.Equal(
            ["old 1 1", "middle 3 4", "new 5 5"],
            Rows("SELECT concat_ws(' ', handle, second(first_seen), second(last_seen)) FROM account_names ORDER BY first_seen"));
    }

    [Fact]
    public void What_a_later_sighting_does_not_say_stays_known()
    {
        lake.Write([new(Some.Event("1"), Some.Author() with { Bio = "b", Followers = 7, CreatedAt = Some.Time }, [])]);
        lake.Write([new(Some.Event("2", time: Some.Time.AddDays(1)), Some.Author(handle: "h"), [])]);
        var profile = Assert.Single(lake.ReadAccounts(null)).Value.Profile;
        Assert.Equal(Some.Author(handle: "h") with { Bio = "b", Followers = 7, CreatedAt = Some.Time }, profile);
    }

    [Fact]
    public void The_account_is_who_acted_whatever_the_profile_calls_it()
    {
        lake.Write([new(Some.Event(account: "a"), Some.Author("other", "h"), [])]);
        Assert.Equal("a", Assert.Single(lake.ReadAccounts(null)).Value.Profile.Id);
    }

    [Fact]
    public void Folding_the_log_changes_no_answer()
    {
        for (var i = 0; i < 20; i++)
            Write(i, $"h{i / 7}", null);
        var before = Answers();
        var import = lake.Journal.Begin(new("f", "d", 1, "generic", "i"), Some.Time);
        lake.Journal.Finish(import.Import, Some.Time);
        Assert.Equal(before, Answers());
        Assert.Equal(["3"], Rows("SELECT count(*)::VARCHAR FROM profiles"));
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<int>().Select(seed => new Random(seed)).ToArbitrary(),
        random =>
        {
            var events = Enumerable.Range(0, 30).Select(i => Sighting(random, i)).ToArray();
            var inOrder = AnswersAfter(events);
            random.Shuffle(events);
            return inOrder.SequenceEqual(AnswersAfter(events));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    private static IncomingEvent Sighting(Random random, int i)
    {
        string? Maybe(string text) => random.Next(2) == 0 ? text + random.Next(3) : null;
        var account = $"a{random.Next(3)}";
        var author = Some.Author(account, Maybe("h"), Maybe("n")) with { Bio = Maybe("b"), Followers = random.Next(2) == 0 ? i : null };
        return new(Some.Event($"{i}", account, Some.Time.AddSeconds(i)), author, []);
    }

    private static List<string> AnswersAfter(IncomingEvent[] events)
    {
        using var fresh = new TemporaryFolder();
        using var other = DuckDbLake.Open(fresh.Path);
        foreach (var batch in events.Chunk(7))
            other.Write(batch);
        return Answers(other);
    }

    private void Write(int second, string? handle, string? name) =>
        lake.Write([new(Some.Event($"e{second}", time: Some.Time.AddSeconds(second - Some.Time.Second)), Some.Author("a", handle, name), [])]);

    private List<string> Answers() => Answers(lake);

    private static List<string> Answers(DuckDbLake lake) =>
        [.. Rows(lake, "SELECT a::VARCHAR FROM accounts a ORDER BY ALL"), .. Rows(lake, "SELECT n::VARCHAR FROM account_names n ORDER BY ALL")];

    private IEnumerable<string> Rows(string sql) => Rows(lake, sql);

    private static List<string> Rows(DuckDbLake lake, string sql)
    {
        using var result = lake.Query(sql);
        return [.. result.Rows().Select(r => (string)r[0]!)];
    }
}
