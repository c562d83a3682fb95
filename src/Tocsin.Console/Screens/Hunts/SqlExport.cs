using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tocsin.Lake.Sql;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Writes the answer to a query out as a file.</summary>
internal static class SqlExport
{
    public static async Task WriteCsvAsync(HttpResponse response, SqlAnswer answer, CancellationToken cancel)
    {
        Begin(response, "text/csv; charset=utf-8", "query.csv");
        await response.WriteAsync("\uFEFF" + string.Join(',', answer.Columns.Select(column => CsvCell.Of(column.Name))) + "\r\n", cancel);
        foreach (var batch in answer.Rows.Chunk(1_000))
        {
            var lines = new StringBuilder();
            foreach (var row in batch) lines.AppendJoin(',', row.Select(value => CsvCell.Of(Text(value)))).Append("\r\n");
            await response.WriteAsync(lines.ToString(), cancel);
        }
    }

    /// <summary>One array of objects; of columns with the same name the last one stays.</summary>
    public static Task WriteJsonAsync(HttpResponse response, SqlAnswer answer, CancellationToken cancel)
    {
        Begin(response, "application/json; charset=utf-8", "query.json");
        var rows = answer.Rows.Select(row =>
        {
            var named = new Dictionary<string, object?>(row.Count);
            for (var i = 0; i < row.Count; i++) named[answer.Columns[i].Name] = row[i];
            return named;
        });
        return JsonSerializer.SerializeAsync(response.Body, rows, JsonSerializerOptions.Web, cancel);
    }

    private static void Begin(HttpResponse response, string type, string name)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    private static string? Text(object? value) => value switch
    {
        null or string => (string?)value,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value),
    };
}
