using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>What the last scan made of each account.</summary>
internal sealed class AccountScoreTable(Database database, LakeWriter writer) : IAccountScores
{
    public IReadOnlyList<AccountScore> Load()
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

    public void Replace(IReadOnlyList<AccountScore> scores) => writer.Transact(connection =>
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
    });
}
