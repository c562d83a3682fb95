using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Screens.Settings;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Security.Administration;

/// <summary>The audit list further down, and as a file: all of what the filter lets through.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 1000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/settings/audit/rows", RowsAsync).RequireAuthorization(Policies.Admin).ExcludeFromDescription();
        app.MapGet("/settings/audit.csv", WriteCsvAsync).RequireAuthorization(Policies.Admin).WithTags("Settings");
    }

    private static async Task<IResult> RowsAsync([AsParameters] AuditSearch search, long? before, AuditLog audit, PeopleDesk desk)
    {
        var entries = await audit.ListAsync(search.Filter(), before, AuditRows.PageSize);
        var people = (await desk.ListAsync()).ToDictionary(person => person.Id, person => person.Name);
        return new RazorComponentResult<AuditRows>(new { Entries = entries, People = people, Next = AuditRows.NextOf(entries, search) });
    }

    private static async Task WriteCsvAsync([AsParameters] AuditSearch search, HttpContext context, AuditLog audit)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"tocsin-audit.csv\"";
        await context.Response.WriteAsync("id,at,actor,actor_id,actor_kind,verb,subject,version,before,after\r\n", context.RequestAborted);
        long? before = null;
        while (await audit.ListAsync(search.Filter(), before, PageSize, context.RequestAborted) is { Count: > 0 } page)
        {
            var text = new StringBuilder();
            foreach (var entry in page) text.AppendJoin(',', Cells(entry)).Append("\r\n");
            await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
            before = page[^1].Id;
        }
    }

    private static IEnumerable<string> Cells(AuditEntry entry) => new[]
    {
        entry.Id.ToString(CultureInfo.InvariantCulture), entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        entry.ActorName, entry.ActorId, entry.ActorKind.ToString().ToLowerInvariant(), entry.Verb, entry.Subject, $"{entry.Version}", entry.Before ?? "", entry.After ?? "",
    }.Select(Cell);

    /// <summary>Quoted where need be; a name that a spreadsheet would read as a formula is kept from being one.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
