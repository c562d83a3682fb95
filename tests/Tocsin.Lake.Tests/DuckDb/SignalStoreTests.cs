using System.Text.Json;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class SignalStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private DuckDbLake lake;

    public SignalStoreTests() => lake = DuckDbLake.Open(folder.Path);

    public void Dispose()
    {
        lake.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_signal_comes_back_whole()
    {
        var signal = Network("N-1", 80, "raised");
        lake.Signals.SaveScan([signal], []);
        lake.Dispose();
        lake = DuckDbLake.Open(folder.Path);
        Assert.Equal(JsonSerializer.Serialize(signal), JsonSerializer.Serialize(Assert.Single(lake.Signals.LoadSignals())));
    }

    [Fact]
    public void Signals_come_best_first()
    {
        lake.Signals.SaveScan([Network("N-1", 10, "raised"), Network("N-2", 90, "raised"), Network("N-3", 10, "raised")], []);
        Assert.Equal(["N-2", "N-1", "N-3"], lake.Signals.LoadSignals().Select(s => s.Id));
    }

    [Fact]
    public void A_changed_signal_replaces_the_old_and_joins_the_history()
    {
        lake.Signals.SaveScan([Network("N-1", 10, "raised"), Network("N-2", 20, "raised")], []);
        lake.Signals.SaveScan([Network("N-1", 30, "raised", "grown")], []);
        Assert.Equal([("N-1", 30d), ("N-2", 20d)], lake.Signals.LoadSignals().Select(s => (s.Id, s.Score)));
        using var history = lake.Query(
            "SELECT change, document->>'$.Score' FROM signal_history WHERE signal = 'N-1' ORDER BY rowid", TestContext.Current.CancellationToken);
        Assert.Equal([["raised", "10"], ["grown", "30"]], history.Rows());
    }

    [Fact]
    public void Account_scores_are_replaced_as_a_whole()
    {
        lake.Signals.SaveScan([], [new(1, 0.5, "N-1"), new(2, 0.7, null)]);
        lake.Signals.SaveScan([], [.. Enumerable.Range(0, 5000).Select(i => new AccountScore((ulong)i, i, i % 2 == 0 ? "N-1" : null))]);
        var scores = lake.Signals.LoadAccountScores();
        Assert.Equal(5000, scores.Count);
        Assert.Equal(new AccountScore(4999, 4999, null), scores[0]);
        Assert.Equal("N-1", scores[^1].Signal);
    }

    private static Signal Network(string id, double score, params string[] history) => new()
    {
        Id = id,
        Kind = "network",
        Detector = "coordination",
        Score = score,
        Probability = 0.9,
        Claim = "3 accounts \"act\" as one 🔔",
        Reasons = [new("text", "They share texts.", 1)],
        Members = [new(ulong.MaxValue, "x", "a", null, Role.Seeder, 12.5, 1)],
        Ties = [new(1, 2, 3, 0.5, [new(ObservableKind.Url, 4, 0.1, 20, 1.5)])],
        Evidence = [new(7, "x", "1", "a", Some.Time, "nul \0", "url:u", "00")],
        Figures = new Dictionary<string, double> { ["density"] = 0.25 },
        First = Some.Time,
        Last = Some.Time.AddHours(1),
        Raised = Some.Time,
        Updated = Some.Time.AddDays(1),
        History = [.. history.Select(what => new SignalChange(Some.Time, what, "…"))],
    };
}
