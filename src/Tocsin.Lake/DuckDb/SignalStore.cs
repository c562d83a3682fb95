using System.Text.Json;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Signals as JSON documents, beside the columns that are asked for most.</summary>
internal sealed class SignalStore(Database database, LakeWriter writer) : ISignalStore
{
    public IReadOnlyList<Signal> LoadSignals()
    {
        var signals = new List<Signal>();
        using var connection = database.Connect();
        using var rows = connection.Query("SELECT document FROM signals ORDER BY score DESC, id");
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                signals.Add(JsonSerializer.Deserialize<Signal>(chunk[0].Bytes(i))!);
        }
        return signals;
    }

    public IReadOnlyList<AccountScore> LoadAccountScores()
    {
        var scores = new List<AccountScore>();
        using var connection = database.Connect();
        using var rows = connection.Query("SELECT account, score, signal FROM account_scores ORDER BY score DESC, account");
        while (rows.Read(out var chunk))
        {
            var accounts = chunk[0].Values<ulong>();
            var values = chunk[1].Values<double>();
            for (var i = 0; i < chunk.Count; i++)
                scores.Add(new AccountScore(accounts[i], values[i], chunk[2].Text(i)));
        }
        return scores;
    }

    public void SaveScan(IReadOnlyList<Signal> changed, IReadOnlyList<AccountScore> scores) => writer.Transact(c =>
    {
        SaveSignals(c, changed);
        ReplaceScores(c, scores);
    });

    private static void SaveSignals(Connection connection, IReadOnlyList<Signal> changed)
    {
        using var save = connection.Prepare("INSERT OR REPLACE INTO signals VALUES (?, ?, ?, ?, ?, ?, ?)");
        using var remember = connection.Prepare("INSERT INTO signal_history VALUES (?, ?, ?, ?)");
        foreach (var signal in changed)
        {
            var document = JsonSerializer.Serialize(signal);
            save.Bind(signal.Id, signal.Kind, signal.Detector, signal.Active, signal.Score, signal.Updated, document);
            save.Execute();
            remember.Bind(signal.Id, signal.Updated, signal.History is [.., var last] ? last.What : "changed", document);
            remember.Execute();
        }
    }

    private static void ReplaceScores(Connection connection, IReadOnlyList<AccountScore> scores)
    {
        connection.Run("DELETE FROM account_scores");
        using var appender = connection.Append("account_scores");
        for (var i = 0; i < scores.Count; i++)
        {
            var row = i % Appender.Capacity;
            appender.Values<ulong>(0)[row] = scores[i].Account;
            appender.Values<double>(1)[row] = scores[i].Score;
            appender.SetText(2, row, scores[i].Signal);
            if (row == Appender.Capacity - 1 || i == scores.Count - 1)
                appender.Send(row + 1);
        }
        appender.Complete();
    }
}
