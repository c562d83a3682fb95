using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The pieces of the SQL page, and its exports.</summary>
internal static class SqlEndpoints
{
    public static void Map(RouteGroupBuilder hunt)
    {
        hunt.MapGet("/schema.json", (DuckDbLake lake) => TypedResults.Json(lake.Sql.Schema().ToDictionary(table => table.Name, table => table.Columns.Select(column => column.Name))));
        hunt.MapGet("/sql/result", (HttpContext http, string? sql, long? saved) =>
        {
            var asked = sql?.Trim() ?? "";
            http.Response.Headers["HX-Push-Url"] = SqlAddress.Of(asked, saved);
            return asked.Length == 0 ? (IResult)new RazorComponentResult<SqlExamples>() : new RazorComponentResult<SqlOutcome>(new { Sql = asked });
        });
        hunt.MapGet("/sql/export.csv", async (HttpContext http, SqlDesk desk, string sql) =>
            await SqlExport.WriteCsvAsync(http.Response, await desk.ExportAsync(sql, http.RequestAborted), http.RequestAborted));
        hunt.MapGet("/sql/export.json", async (HttpContext http, SqlDesk desk, string sql) =>
            await SqlExport.WriteJsonAsync(http.Response, await desk.ExportAsync(sql, http.RequestAborted), http.RequestAborted));
    }
}
