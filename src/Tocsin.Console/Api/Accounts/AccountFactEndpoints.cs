using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Api.Hunting;
using Tocsin.Console.Api.Signals;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Api.Accounts;

/// <summary>What an account does, when, and with whom.</summary>
internal static class AccountFactEndpoints
{
    private const int Usual = 50;
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/accounts/{key}").RequireAuthorization(Policies.Read).WithTags("Accounts");
        one.MapGet("/rhythm", (string key, DuckDbLake lake, CancellationToken cancel) => TypedResults.Ok(lake.Accounts.Rhythm(KeyOf(lake, key), cancel)))
            .Named("getRhythm", "When an account is active: 168 hours of the week from Monday, UTC, and events per day");
        one.MapGet("/observables", (string key, int? limit, DuckDbLake lake, CancellationToken cancel) => TypedResults.Ok(lake.Accounts.Observables(KeyOf(lake, key), Size(limit), cancel)))
            .Named("listObservables", "The values an account carries, the rarest and most used first");
        one.MapGet("/acts-with", (string key, int? limit, DuckDbLake lake, CancellationToken cancel) => TypedResults.Ok(lake.Accounts.ActsWith(KeyOf(lake, key), Size(limit), cancel)))
            .Named("listActsWith", "Who shares most with an account");
        one.MapGet("/alike", (string key, int? limit, DuckDbLake lake, CancellationToken cancel) => TypedResults.Ok(lake.Accounts.Alike(KeyOf(lake, key), Size(limit), cancel)))
            .Named("listAlike", "Who is most like an account, in values and rhythm");
        one.MapGet("/names", (string key, DuckDbLake lake) => TypedResults.Ok(lake.Accounts.Names(KeyOf(lake, key)))).Named("listNames", "Every pair of names an account was seen with");
        one.MapGet("/posts", Posts).Named("listPosts", "What an account did, the newest first");
        one.MapGet("/comments", async (string key, DuckDbLake lake, AccountComments comments, CancellationToken cancel) =>
            TypedResults.Ok(await comments.ListAsync(KeyOf(lake, key), cancel))).Named("listAccountComments", "What people said of an account");
        one.MapPost("/comments", CommentAsync).RequireAuthorization(Policies.Write).Named("commentAccount", "Comment on an account").WithExample(new CommentRequest("Renamed twice this week."));
    }

    private static Ok<Listed<PostView>> Posts(string key, string? cursor, int? limit, DuckDbLake lake, CancellationToken cancel)
    {
        var page = lake.Accounts.Posts(KeyOf(lake, key), Listed.Size(limit), cursor, cancel);
        return TypedResults.Ok(new Listed<PostView>([.. page.Posts.Select(PostView.Of)], page.Next));
    }

    private static async Task<Ok<AccountComment>> CommentAsync(
        string key, CommentRequest body, DuckDbLake lake, AccountComments comments, CurrentPerson person, CancellationToken cancel) =>
        TypedResults.Ok(await comments.AddAsync(person.Actor, KeyOf(lake, key), body.Text, cancel));

    /// <summary>The key of an account that the lake knows.</summary>
    /// <exception cref="MissingException">It knows none of that key.</exception>
    private static ulong KeyOf(DuckDbLake lake, string key) => AccountEndpoints.Known(lake, AccountKeys.Parse("key", key)).Profile.Key;

    private static int Size(int? limit) => Math.Clamp(limit ?? Usual, 1, Most);
}
