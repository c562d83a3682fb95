using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class AccountScoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbLake _lake;

    public AccountScoreTests() => _lake = DuckDbLake.Open(_folder.Path);

    public void Dispose()
    {
        _lake.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Account_scores_are_replaced_as_a_whole()
    {
        _lake.Scores.Replace([new(1, 0.5, "N-1"), new(2, 0.7, null)]);
        _lake.Scores.Replace([.. Enumerable.Range(0, 5000).Select(i => new AccountScore((ulong)i, i, i % 2 == 0 ? "N-1" : null))]);
        var scores = _lake.Scores.Load();
        Assert.Equal(5000, scores.Count);
        Assert.Equal(new AccountScore(4999, 4999, null), scores[0]);
        Assert.Equal("N-1", scores[^1].Signal);
    }
}
