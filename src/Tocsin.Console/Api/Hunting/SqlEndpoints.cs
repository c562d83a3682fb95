using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Security.Access;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Sql;

namespace Tocsin.Console.Api.Hunting;

/// <summary>A post nearly equal to another.</summary>
/// <param name="Similarity">Share of their wording that they have in common, in [0, 1].</param>
public sealed record NearPost(PostView Post, double Similarity);

/// <summary>SQL over the lake, and posts nearly equal to one.</summary>
internal static class SqlEndpoints
{
    private const int MostSeconds = 60;
    private const int MostRows = 100_000;
    private const int UsualNear = 20;
    private const int MostNear = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var sql = api.MapGroup("/sql").RequireAuthorization(Policies.Read).WithTags("Hunting");
        sql.MapGet("", Run).Named("runSql", "Run one query that reads (DuckDB's SQL); ending the connection ends it");
        sql.MapGet("/schema", (DuckDbLake lake) => TypedResults.Ok(lake.Sql.Schema())).Named("getSchema", "Tables and views with their columns");
        api.MapGet("/posts/{post}/near", Near).RequireAuthorization(Policies.Read).WithTags("Hunting").Named("listNearPosts", "Posts that say nearly the same");
    }

    private static Ok<SqlAnswer> Run(
        [Description("One statement that reads.")] string sql, [Description("Seconds it may take: 20 unless said, 60 at most.")] int? seconds,
        [Description("Rows at most: 5,000 unless said, 100,000 at most.")] int? rows, DuckDbLake lake, CancellationToken cancel)
    {
        var bounds = SqlBounds.Default with
        {
            Time = TimeSpan.FromSeconds(Math.Clamp(seconds ?? (int)SqlBounds.Default.Time.TotalSeconds, 1, MostSeconds)),
            Rows = Math.Clamp(rows ?? SqlBounds.Default.Rows, 1, MostRows),
        };
        try
        {
            return TypedResults.Ok(lake.Sql.Run(sql, bounds, cancel));
        }
        catch (LakeException wrong)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, wrong.Message, "sql", "GET /api/v1/sql/schema lists tables and columns");
        }
    }

    private static Ok<IReadOnlyList<NearPost>> Near(string post, int? limit, DuckDbLake lake, CancellationToken cancel)
    {
        var key = AccountKeys.Parse("post", post);
        if (lake.Posts.Find(key) is null) throw new MissingException($"post:{post}");
        return TypedResults.Ok<IReadOnlyList<NearPost>>(
            [.. lake.Posts.NearDuplicates(key, Math.Clamp(limit ?? UsualNear, 1, MostNear), cancel).Select(near => new NearPost(PostView.Of(near.Post), Math.Round(near.Similarity, 3)))]);
    }
}
