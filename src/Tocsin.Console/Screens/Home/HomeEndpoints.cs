using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Screens.Signals;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Screens.Home;

internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder app)
    {
        app.MapGet("/home/activity/{id}", (string id, SignalStore store, TimelineShelf timelines, CancellationToken cancel) => store.Find(id) is { } signal
            ? new RazorComponentResult<ActivityLine>(new { Timeline = timelines.Of(signal, cancel) })
            : Results.NotFound()).RequireAuthorization(Policies.Read).ExcludeFromDescription();
        app.MapPost("/home/seen", async (HttpRequest request, ChangeCounter changes, CurrentPerson person, CancellationToken cancel) =>
        {
            var form = await request.ReadFormAsync(cancel);
            if (long.TryParse(form["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var until)) await changes.SeenAsync(person.Id, until, cancel);
            return new See("/");
        }).RequireAuthorization(Policies.Write).WithTags("Home").WithSummary("Mark what changed as seen").Accepts<IFormCollection>("application/x-www-form-urlencoded");
    }
}
