using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Core.Networks;
using Tocsin.Core.Networks.Export;

namespace Tocsin.Console.Screens.Networks;

/// <summary>The screen of networks: what it needs, and what it asks for.</summary>
internal static class NetworkEndpoints
{
    public static void AddNetworks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActShelf>();
        builder.Services.AddSingleton<GraphShelf>();
        builder.Services.AddSingleton<NetworkReader>();
        builder.Services.AddScoped<JudgeEndpoint>();
    }

    public static void MapNetworks(this IEndpointRouteBuilder app)
    {
        app.MapGet("/signals/{id}/graph", Graph).WithTags("Networks").WithSummary("The graph of a network").Produces<object>();
        app.MapGet("/networks/rows", ListRows).ExcludeFromDescription();
        app.MapGet("/signals/{id}/acts", Acts).WithTags("Networks").WithSummary("What the accounts of a network did together, and when").Produces<object>();
        var networks = app.MapGroup("/networks/{id}").WithTags("Networks");
        networks.MapGet("/accounts", Rows).ExcludeFromDescription();
        networks.MapGet("/members", Members).WithSummary("Who belongs to a network under a threshold and a window");
        JudgeEndpoint.Map(networks);
        File(networks, "network.gexf", NetworkFormat.Gexf);
        File(networks, "network.graphml", NetworkFormat.GraphMl);
        File(networks, "accounts.csv", NetworkFormat.Nodes);
        File(networks, "ties.csv", NetworkFormat.Edges);
    }

    private static IResult Graph(string id, HttpContext http, INetworkStore networks) =>
        networks.Find(id) is { } document ? NetworkFiles.Packed(http, document.Brotli, document.Tag) : Results.NotFound();

    private static async Task<IResult> Acts(string id, HttpContext http, NetworkReader reader, ActShelf shelf, CancellationToken cancel)
    {
        if (await reader.GraphAsync(NetworkAddress.Of(id, QueryCollection.Empty), cancel) is not { } found) return Results.NotFound();
        var (tag, packed) = shelf.Of(found.File, found.Kept, cancel);
        return NetworkFiles.Packed(http, packed, tag);
    }

    private static async Task<IResult> ListRows(HttpContext http, SignalQueue queue, CancellationToken cancel)
    {
        var list = NetworkList.Of(http.Request.Query);
        return new RazorComponentResult<NetworkRows>(new { Page = await queue.ListAsync(list.Filter, list.Cursor, NetworkList.PageSize, cancel), List = list });
    }

    private static async Task<IResult> Rows(string id, HttpContext http, NetworkReader reader, CancellationToken cancel) =>
        await reader.ReadAsync(NetworkAddress.Of(id, http.Request.Query), cancel) is { } view
            ? new RazorComponentResult<MemberRows>(new { View = view })
            : Results.NotFound();

    private static async Task<Results<Ok<MembersAnswer>, NotFound>> Members(string id, HttpContext http, NetworkReader reader, CancellationToken cancel) =>
        await reader.GraphAsync(NetworkAddress.Of(id, http.Request.Query), cancel) is { } found
            ? TypedResults.Ok(MembersAnswer.Of(found.Kept.Graph, found.Kept.Under(found.Settings)))
            : TypedResults.NotFound();

    private static void File(RouteGroupBuilder networks, string name, NetworkFormat format) =>
        networks.MapGet($"/{name}", async (string id, HttpContext http, NetworkReader reader, CancellationToken cancel) =>
        {
            var address = NetworkAddress.Of(id, http.Request.Query);
            return await reader.GraphAsync(address, cancel) is { } found ? NetworkFiles.File(address, found.Kept.Graph, found.Settings, format) : Results.NotFound();
        }).WithSummary($"A network as {name}");
}

/// <summary>Who belongs, and how strongly.</summary>
/// <param name="Threshold">Bits at which a tie stood in the scan.</param>
internal sealed record MembersAnswer(double Threshold, int Ties, IReadOnlyList<MemberAnswer> Members)
{
    public static MembersAnswer Of(NetworkGraph graph, Membership membership) => new(
        graph.Threshold, membership.Ties.Count,
        [.. membership.Members.Select(node => new MemberAnswer($"{graph.Accounts[node].Key}", graph.Accounts[node].Platform, graph.Accounts[node].Id, Math.Round(membership.Bits[node], 3)))]);
}

/// <summary>A member.</summary>
/// <param name="Account">Its key, as text: it does not fit the numbers of JSON.</param>
internal sealed record MemberAnswer(string Account, string Platform, string Id, double Bits);
