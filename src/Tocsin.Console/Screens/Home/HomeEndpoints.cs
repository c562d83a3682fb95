using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Screens.Home;

internal static class HomeEndpoints
{
    /// <summary>Whoever can see Home can say that they have seen it: the mark is their own.</summary>
    public static void MapHome(this IEndpointRouteBuilder app) => app.MapPost("/home/seen", async (HttpRequest request, ChangeCounter changes, CurrentPerson person, CancellationToken cancel) =>
    {
        var form = await request.ReadFormAsync(cancel);
        if (long.TryParse(form["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var until)) await changes.SeenAsync(person.Id, until, cancel);
        return Results.LocalRedirect("/");
    }).RequireAuthorization(Policies.Write).WithTags("Home").WithSummary("Mark what changed as seen").Accepts<IFormCollection>("application/x-www-form-urlencoded");
}
