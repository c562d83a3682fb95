using Tocsin.Core;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Tests.DuckDb;

namespace Tocsin.Lake.Tests.Accounts;

public sealed class AccountRankingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DuckDbLake lake;

    public AccountRankingTests()
    {
        lake = DuckDbLake.Open(folder.Path);
        lake.Write([.. Enumerable.Range(0, 25).Select(i => Some.Incoming($"{i}", $"id{i}", handle: $"Handle{i}"))]);
        lake.Scores.Replace([.. Enumerable.Range(0, 10).Select(i => new AccountScore(Keys.Of("x", $"id{i}"), i < 4 ? 7 : 10.5 + i, i < 5 ? "N-1" : null))]);
    }

    public void Dispose()
    {
        lake.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(25)]
    [InlineData(100)]
    public void Pages_of_any_size_hold_every_account_once_in_order_of_score(int size)
    {
        var seen = new List<(string Id, double Score)>();
        string? cursor = null;
        do
        {
            var page = lake.Ranking.Page(null, size, cursor);
            Assert.Equal(25, page.Total);
            Assert.InRange(page.Accounts.Count, 1, size);
            seen.AddRange(page.Accounts.Select(account => (account.Account.Profile.Id, account.Score)));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(25, seen.Select(account => account.Id).Distinct().Count());
        Assert.Equal(25, seen.Count);
        Assert.Equal(seen.Select(account => account.Score).OrderDescending(), seen.Select(account => account.Score));
    }

    [Theory]
    [InlineData("handle24", "id24")]
    [InlineData("@HANDLE24", "id24")]
    [InlineData("id24", "id24")]
    [InlineData("formerly", "id3")]
    public void An_account_is_found_by_any_name_it_had_and_by_its_id(string text, string id)
    {
        lake.Write([new(Some.Event("old", "id3", Some.Time.AddDays(-9)), Some.Author("id3", "other", "Formerly Known"), [])]);
        Assert.Equal([id], lake.Ranking.Page(text, 10).Accounts.Select(account => account.Account.Profile.Id));
    }

    [Fact]
    public void Signs_of_patterns_are_only_signs() => Assert.Empty(lake.Ranking.Page("%", 10).Accounts);

    [Fact]
    public void A_standing_counts_those_above()
    {
        Assert.Equal((19.5, 1, 10), Standing("id9"));
        Assert.Equal((7, 7, 10), Standing("id0"));
        Assert.Equal("N-1", lake.Ranking.Of(Keys.Of("x", "id0"))!.Signal);
        Assert.Null(lake.Ranking.Of(Keys.Of("x", "id20")));
    }

    [Fact]
    public void What_is_no_cursor_is_a_problem() => Assert.Throws<Problem>(() => lake.Ranking.Page(null, 10, "nonsense"));

    private (double, long, long) Standing(string id) => lake.Ranking.Of(Keys.Of("x", id)) is { } standing ? (standing.Score, standing.Rank, standing.Of) : default;
}
