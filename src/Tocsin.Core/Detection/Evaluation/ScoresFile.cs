using System.Globalization;

namespace Tocsin.Core.Detection.Evaluation;

/// <summary>Scores as CSV: <c>account,score,group</c>; the group is the network's id and may be empty.</summary>
public static class ScoresFile
{
    /// <summary>Reads it all; <paramref name="where"/> is the file's name, for messages.</summary>
    /// <exception cref="Problem">A needed column is missing, or a score is not a finite number.</exception>
    public static IReadOnlyList<AccountScore> Read(TextReader reader, string where)
    {
        var table = CsvTable.Read(reader, where);
        var (accounts, scores) = (table.Column("account", required: true), table.Column("score", required: true));
        var groups = table.Column("group", required: false);
        return [.. Enumerable.Range(0, table.Count).Select(row => new AccountScore(
            accounts[row], Score(scores[row], table.At(row)), groups[row]))];
    }

    public static void Write(TextWriter writer, IEnumerable<AccountScore> scores)
    {
        writer.Write("account,score,group\n");
        foreach (var score in scores)
            writer.Write(CsvTable.Line(score.Account, score.Score.ToString("R"), score.Group) + "\n");
    }

    private static double Score(string text, string where) =>
        double.TryParse(text, NumberStyles.Float, provider: null, out var score) && double.IsFinite(score)
            ? score
            : throw new Problem($"“{text}” is not a score", where, "write a finite number with a decimal point");
}
