using System.Text.Json;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class EarlierSignalsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Signals_of_version_0_1_come_back_in_the_order_of_their_scans_and_are_forgotten_once()
    {
        DuckDbLake.Open(_folder.Path).Dispose();
        var (first, grown) = (Network("N-1", 10), Network("N-1", 30));
        using (var database = Database.Open(_folder[DuckDbLake.FileName]))
        using (var connection = database.Connect())
        {
            connection.Execute("INSERT INTO signals VALUES ('N-1', 'network', 'coordination', true, 30, ?, ?)", Some.Time, JsonSerializer.Serialize(grown));
            connection.Execute("INSERT INTO signal_history VALUES ('N-1', ?, 'raised', ?)", Some.Time, JsonSerializer.Serialize(first));
            connection.Execute("INSERT INTO signal_history VALUES ('N-1', ?, 'grown', ?)", Some.Time, JsonSerializer.Serialize(grown));
        }
        using var lake = DuckDbLake.Open(_folder.Path);
        Assert.Equal(JsonSerializer.Serialize<Signal[]>([first, grown]), JsonSerializer.Serialize(lake.EarlierSignals.Load()));
        lake.EarlierSignals.Clear();
        Assert.Empty(lake.EarlierSignals.Load());
        using var left = lake.Query("SELECT count(*) FROM signals", TestContext.Current.CancellationToken);
        Assert.Equal(0L, left.Rows().First()[0]);
    }

    private static Signal Network(string id, double score) => new()
    {
        Id = id,
        Kind = "network",
        Detector = "coordination",
        Score = score,
        Probability = 0.9,
        Claim = "3 accounts \"act\" as one 🔔",
        Members = [new(ulong.MaxValue, "x", "a", null, Role.Seeder, 12.5, 1)],
        Evidence = [new(7, "x", "1", "a", Some.Time, "nul \0", "url:u", "00")],
        First = Some.Time,
        Last = Some.Time.AddHours(1),
        Raised = Some.Time,
        Updated = Some.Time.AddDays(1),
    };
}
