using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Accounts;

/// <summary>The pieces of an account's page that are fetched by themselves, and what people say about accounts.</summary>
internal static class AccountEndpoints
{
    private const string Form = "application/x-www-form-urlencoded";

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var pieces = app.MapGroup("/accounts").ExcludeFromDescription();
        pieces.MapGet("/rows", (DuckDbLake lake, string? q, string? cursor, CancellationToken cancel) =>
            new RazorComponentResult<AccountRows>(new { Page = lake.Ranking.Page(q, AccountRows.PageSize, cursor, cancel), Text = q }));
        Piece<AccountActivity>(pieces, "activity");
        Piece<AccountCompany>(pieces, "company");
        Piece<AccountValues>(pieces, "values");
        Piece<AccountAlike>(pieces, "alike");
        pieces.MapGet("/{platform}/{id}/posts", (string platform, string id, string? cursor, DuckDbLake lake) => Find(lake, platform, id) is { } profile
            ? new RazorComponentResult<AccountPosts>(new { Profile = profile, Cursor = cursor })
            : (IResult)TypedResults.NotFound());
        MapWrites(app.MapGroup("/accounts/{platform}/{id}").RequireAuthorization(Policies.Write).WithTags("Accounts"));
    }

    private static void Piece<T>(RouteGroupBuilder pieces, string name)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        pieces.MapGet($"/{{platform}}/{{id}}/{name}", (string platform, string id, DuckDbLake lake) => Find(lake, platform, id) is { } profile
            ? new RazorComponentResult<T>(new { Profile = profile })
            : (IResult)TypedResults.NotFound());

    private static void MapWrites(RouteGroupBuilder account)
    {
        account.MapPost("/labels", async (string platform, string id, HttpContext http, DuckDbLake lake, Triage triage, CurrentPerson person, CancellationToken cancel) =>
        {
            if (Find(lake, platform, id) is not { } profile) return TypedResults.NotFound();
            var form = await http.Request.ReadFormAsync(cancel);
            await triage.AddLabelAsync(person.Actor, Subject.Account(profile.Key), form["text"].ToString(), form["reason"].ToString(), End(form["days"], http), cancel);
            return Answer<AccountLabels>(http, profile);
        }).Accepts<IFormCollection>(Form).WithSummary("Label an account");
        account.MapPost("/labels/{label:long}/remove", async (string platform, string id, long label, HttpContext http, DuckDbLake lake, Triage triage, CurrentPerson person, CancellationToken cancel) =>
        {
            if (Find(lake, platform, id) is not { } profile) return TypedResults.NotFound();
            var labels = await triage.LabelsOfAsync(Subject.Account(profile.Key), cancel);
            if (labels.All(held => held.Id != label)) return TypedResults.NotFound();
            await triage.RemoveLabelAsync(person.Actor, label, cancel);
            return Answer<AccountLabels>(http, profile);
        }).Accepts<IFormCollection>(Form).WithSummary("Take a label away from an account");
        account.MapPost("/comments", async (string platform, string id, HttpContext http, DuckDbLake lake, AccountComments comments, CurrentPerson person, CancellationToken cancel) =>
        {
            if (Find(lake, platform, id) is not { } profile) return TypedResults.NotFound();
            var form = await http.Request.ReadFormAsync(cancel);
            await comments.AddAsync(person.Actor, profile.Key, form["text"].ToString(), cancel);
            return Answer<AccountHistory>(http, profile);
        }).Accepts<IFormCollection>(Form).WithSummary("Comment on an account");
    }

    private static AccountProfile? Find(DuckDbLake lake, string platform, string id)
    {
        var key = Keys.Of(AccountAddress.Name(platform), AccountAddress.Name(id));
        return lake.ReadAccounts([key]).GetValueOrDefault(key)?.Profile;
    }

    /// <summary>The end of a label; none for 0 days.</summary>
    private static DateTimeOffset? End(string? days, HttpContext http)
    {
        if (!int.TryParse(days, out var count) || count < 0) throw new Problem("It is not said how long the label holds", "days", "Give a number of days, or 0 for no end.");
        return count == 0 ? null : http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(count);
    }

    private static IResult Answer<T>(HttpContext http, AccountProfile profile)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        http.Request.Headers.ContainsKey("HX-Request")
            ? new RazorComponentResult<T>(new { Profile = profile })
            : TypedResults.LocalRedirect(AccountAddress.Of(profile.Platform, profile.Id));
}
