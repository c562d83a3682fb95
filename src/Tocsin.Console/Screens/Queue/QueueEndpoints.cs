using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Screens.Queue;

/// <summary>Fragments of the queue.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        var queue = app.MapGroup(QueueAddress.Path).RequireAuthorization(Policies.Read).ExcludeFromDescription();
        queue.MapGet("/rows", async (HttpRequest request, QueueReader reader, CurrentPerson person, CancellationToken cancel) =>
        {
            var (rows, next) = await reader.PageAsync(QueueAddress.Parse(request.Query), person.Id, cancel);
            return new RazorComponentResult<QueueRows>(new { Rows = rows, Next = next, Viewer = person.Id });
        });
        queue.MapGet("/counts", async (HttpRequest request, QueueReader reader, CurrentPerson person, CancellationToken cancel) =>
            new RazorComponentResult<QueueCounts>(new { View = await reader.ReadAsync(QueueAddress.Parse(request.Query), person.Id, cancel), Viewer = person.Id }));
        queue.MapGet("/preview/{id}", (string id, HttpContext http) =>
        {
            var list = Uri.TryCreate(http.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var url) ? QueueAddress.Parse(QueryHelpers.ParseQuery(url.Query)) : new();
            http.Response.Headers["HX-Replace-Url"] = list.Select(id).Href;
            return new RazorComponentResult<PreviewPane>(new { Id = id, Back = list.Select(null).Href });
        });
    }
}
