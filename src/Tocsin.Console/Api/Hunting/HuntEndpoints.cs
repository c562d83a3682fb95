using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Core;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Api.Hunting;

/// <summary>Hunting: posts, counts over time, the values seen most.</summary>
internal static class HuntEndpoints
{
    private const int UsualTop = 20;
    private const int LargestTop = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var hunt = api.MapGroup("/hunt").RequireAuthorization(Policies.Read).WithTags("Hunting");
        hunt.MapGet("/posts", Posts).Named("huntPosts", "What a hunt finds, the newest first");
        hunt.MapGet("/chart", Chart).Named("huntChart", "How much a hunt finds over time");
        hunt.MapGet("/top", Top).Named("huntTop", "The values seen most in what a hunt finds, against as long a time before");
        hunt.MapGet("/fields", () => TypedResults.Ok(HuntField.All)).Named("listHuntFields", "What a hunt can ask by");
        api.MapGet("/search", (DuckDbLake lake) => TypedResults.Ok(SearchView.Of(lake.Search.State))).RequireAuthorization(Policies.Read).WithTags("Hunting")
            .Named("getSearchState", "How much of the lake can be searched");
    }

    private static Ok<Listed<PostView>> Posts([AsParameters] HuntAsk ask, string? cursor, int? limit, DuckDbLake lake, CancellationToken cancel)
    {
        var page = lake.Hunt.Run(ask.Query, ask.Range, Listed.Size(limit), cursor, cancel);
        return TypedResults.Ok(new Listed<PostView>([.. page.Posts.Select(PostView.Of)], page.Next));
    }

    private static Ok<ChartView> Chart([AsParameters] HuntAsk ask, DuckDbLake lake, CancellationToken cancel)
    {
        var chart = lake.Hunt.Chart(ask.Query, ask.Range, cancel);
        return TypedResults.Ok(new ChartView(chart.Width.TotalSeconds, chart.Total, chart.Buckets));
    }

    private static Ok<TopView> Top(
        [AsParameters] HuntAsk ask, [Description("Name of a field: GET /api/v1/hunt/fields lists them.")] string field, int? limit, DuckDbLake lake, CancellationToken cancel)
    {
        var counted = HuntField.Named(field) ?? throw new Problem($"there is no field '{field}'", "field", $"choose of {string.Join(", ", HuntField.All.Select(one => one.Name))}");
        var top = lake.Hunt.Top(ask.Query, ask.Range, counted, Math.Clamp(limit ?? UsualTop, 1, LargestTop), cancel);
        return TypedResults.Ok(new TopView(
            top.Field.Name, top.Events, top.EventsBefore, top.Share,
            [.. top.Rows.Select(row => new TopValue(row.Value, row.Shown, row.Now, row.Before, row.Accounts, row.Query.ToString()))]));
    }
}
