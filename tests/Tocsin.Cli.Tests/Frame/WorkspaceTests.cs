using System.Text.Json;
using Tocsin.Casework;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Tests.Signals;
using Tocsin.Core;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Cli.Tests.Frame;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Signals_that_version_0_1_kept_in_the_lake_are_moved_once_with_their_history()
    {
        DuckDbLake.Open(_folder.Path).Dispose();
        var (raised, grown) = (Some.Signal() with { Score = 10 }, Some.Signal() with { Score = 30 });
        KeepAsBefore(raised, grown);

        for (var i = 0; i < 2; i++)
        {
            using var workspace = Workspace.OpenOrCreate(_folder.Path);
            Assert.Equal(JsonSerializer.Serialize(grown), JsonSerializer.Serialize(Assert.Single(workspace.Signals.LoadSignals())));
            Assert.Empty(workspace.Lake.EarlierSignals.Load());
            using var context = workspace.Casework.Connect();
            Assert.Equal([10d, 30d], context.SignalVersions.OrderBy(version => version.Id).Select(version => version.Score));
        }
    }

    [Fact]
    public void Signals_that_were_moved_but_not_yet_forgotten_are_not_moved_again()
    {
        using (var workspace = Workspace.OpenOrCreate(_folder.Path)) workspace.Signals.SaveScan([Some.Signal() with { Score = 55 }]);
        KeepAsBefore(Some.Signal() with { Score = 10 });
        using var again = Workspace.OpenOrCreate(_folder.Path);
        Assert.Equal(55, Assert.Single(again.Signals.LoadSignals()).Score);
        Assert.Empty(again.Lake.EarlierSignals.Load());
    }

    [Fact]
    public void A_workspace_whose_casework_cannot_be_opened_lets_go_of_the_lake()
    {
        File.WriteAllText(_folder[CaseworkDatabase.FileName], new string('x', 10_000));
        Assert.Throws<Problem>(() => Workspace.OpenOrCreate(_folder.Path));
        File.Delete(_folder[CaseworkDatabase.FileName]);
        Workspace.OpenOrCreate(_folder.Path).Dispose();
    }

    [Fact]
    public void A_connection_string_that_is_none_is_told_by_every_command_that_needs_signals()
    {
        DuckDbLake.Open(_folder.Path).Dispose();
        foreach (var command in new[] { "signals", "scan", "accounts" })
        {
            var outcome = Cli.Run(command, "--workspace", _folder.Path, "--casework", "nonsense");
            Assert.Equal(1, outcome.Exit);
            Assert.Contains("connection string", outcome.Error);
        }
        Assert.Equal(0, Cli.Run("sql", "SELECT 1", "--workspace", _folder.Path, "--casework", "nonsense").Exit);
    }

    private void KeepAsBefore(params Signal[] history)
    {
        using var database = Database.Open(_folder[DuckDbLake.FileName]);
        using var connection = database.Connect();
        foreach (var signal in history)
        {
            connection.Execute("INSERT OR REPLACE INTO signals VALUES (?, ?, ?, true, ?, ?, ?)",
                signal.Id, signal.Kind, signal.Detector, signal.Score, signal.Updated, JsonSerializer.Serialize(signal));
            connection.Execute("INSERT INTO signal_history VALUES (?, ?, 'grown', ?)", signal.Id, signal.Updated, JsonSerializer.Serialize(signal));
        }
    }
}
