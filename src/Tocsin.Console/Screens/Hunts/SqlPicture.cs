using System.Globalization;
using Tocsin.Lake.Sql;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The picture of an answer whose first column is a time and whose others are numbers.</summary>
internal sealed record SqlPicture(string Kind, object Data)
{
    private const int MostSeries = 8;
    private const int MostTimes = 2_000;

    /// <summary>Null when the answer has none.</summary>
    public static SqlPicture? Of(SqlAnswer answer)
    {
        var series = Enumerable.Range(1, Math.Max(0, answer.Columns.Count - 1)).Where(i => SqlCell.IsNumber(answer.Columns[i].Type)).Take(MostSeries).ToArray();
        if (answer.Columns.Count < 2 || !SqlCell.IsTime(answer.Columns[0].Type) || series.Length == 0) return null;
        var rows = answer.Rows.Where(row => row[0] is string).OrderBy(row => (string)row[0]!, StringComparer.Ordinal).ToArray();
        if (rows.Length is < 2 or > MostTimes) return null;
        string[] times = [.. rows.Select(row => ((string)row[0]!).Length == "2026-03-02".Length ? $"{row[0]}T00:00:00Z" : (string)row[0]!)];
        return series.Length == 1
            ? new("timeline", new { unit = answer.Columns[series[0]].Name, buckets = times.Zip(rows, (time, row) => new { from = time, acts = Number(row[series[0]]) }) })
            : new("stacked", new { buckets = times, series = series.Select(i => new { name = answer.Columns[i].Name, values = rows.Select(row => Number(row[i])) }) });
    }

    private static double Number(object? value) => value is IConvertible number and not string ? number.ToDouble(CultureInfo.InvariantCulture) : 0;
}
