using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Security.Persons;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.Hunting;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>The pieces of the hunt's screens that are fetched by themselves, and the exports.</summary>
internal static class HuntEndpoints
{
    public static void AddHunts(this WebApplicationBuilder builder) => builder.Services.AddScoped<HuntDesk>().AddScoped<SqlDesk>();

    public static void MapHunts(this IEndpointRouteBuilder app)
    {
        var pieces = app.MapGroup("/hunt").ExcludeFromDescription();
        pieces.MapGet("/posts", (HttpContext http, HuntDesk desk, CurrentPerson person) => Piece(http, person, (address, query) =>
            new RazorComponentResult<HuntPosts>(new { Address = address, Query = query, Page = desk.Posts(address, query, http.Request.Query["cursor"], http.RequestAborted) })));
        pieces.MapGet("/chart", (HttpContext http, CurrentPerson person) => Piece(http, person, (address, query) =>
            new RazorComponentResult<HuntPicture>(new { Address = address, Query = query })));
        pieces.MapGet("/top", (HttpContext http, CurrentPerson person) => Piece(http, person, (address, query) =>
            new RazorComponentResult<TopValues>(new { Address = address, Query = query })));
        pieces.MapGet("/index", (HttpContext http, CurrentPerson person) => Piece(http, person, (address, query) =>
            new RazorComponentResult<IndexNotice>(new { Query = query })));
        pieces.MapGet("/try", () => new RazorComponentResult<HuntTry>());
        pieces.MapGet("/export.csv", (HttpContext http, HuntDesk desk, CurrentPerson person) => ExportAsync(http, desk, person, HuntExport.WriteCsvAsync));
        pieces.MapGet("/export.json", (HttpContext http, HuntDesk desk, CurrentPerson person) => ExportAsync(http, desk, person, HuntExport.WriteJsonAsync));
        SavedHuntEndpoints.Map(app);
        SqlEndpoints.Map(pieces);
    }

    private static IResult Piece(HttpContext http, CurrentPerson person, Func<HuntAddress, HuntQuery, IResult> piece)
    {
        var (address, wrong) = HuntAddress.Read(http.Request.Query, person.TimeZone);
        if (wrong is not null) throw wrong;
        return piece(address, HuntQuery.Parse(address.Query));
    }

    private static async Task ExportAsync(HttpContext http, HuntDesk desk, CurrentPerson person, Func<HttpResponse, Func<string?, int, HuntPage>, CancellationToken, Task> write)
    {
        var (address, wrong) = HuntAddress.Read(http.Request.Query, person.TimeZone);
        if (wrong is not null) throw wrong;
        var query = HuntQuery.Parse(address.Query);
        await write(http.Response, (cursor, limit) => desk.Posts(address, query, cursor, http.RequestAborted, limit), http.RequestAborted);
    }
}
