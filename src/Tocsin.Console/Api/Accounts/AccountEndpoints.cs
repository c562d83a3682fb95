using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Document;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Api.Accounts;

/// <summary>An account as the lake knows it, with what the last scan made of it.</summary>
/// <param name="Key">The lake's key of it.</param>
/// <param name="Events">How many events of it the lake holds.</param>
/// <param name="Score">How strongly it is tied to others; 0 when nothing speaks for coordination.</param>
/// <param name="Signal">The signal it belongs to.</param>
public sealed record AccountView(
    ulong Key, string Platform, string Id, string? Handle, string? DisplayName, string? Bio, DateTimeOffset? Created, long? Followers, long? Following,
    long Events, DateTimeOffset First, DateTimeOffset Last, double Score, string? Signal)
{
    internal static AccountView Of(StoredAccount stored, double score, string? signal) => new(
        stored.Profile.Key, stored.Profile.Platform, stored.Profile.Id, stored.Profile.Handle, stored.Profile.DisplayName, stored.Profile.Bio, stored.Profile.CreatedAt,
        stored.Profile.Followers, stored.Profile.Following, stored.Events, stored.First, stored.Last, score, signal);
}

/// <summary>An account with what people said of it.</summary>
/// <param name="Labels">Those that hold now.</param>
/// <param name="Tags">One's own.</param>
/// <param name="Signals">Signals that it is a member of, the most urgent first.</param>
public sealed record AccountFile(AccountView Account, IReadOnlyList<Label> Labels, IReadOnlyList<Tag> Tags, IReadOnlyList<SignalState> Signals);

/// <summary>Accounts: who they are, and what is known of them.</summary>
internal static class AccountEndpoints
{
    private const int MostSignals = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").RequireAuthorization(Policies.Read).WithTags("Accounts");
        accounts.MapGet("", List).Named("listAccounts", "Accounts, the most suspicious first");
        accounts.MapGet("/{key}", FindAsync).Named("getAccount", "An account, with labels, tags and signals");
    }

    private static Ok<Listed<AccountView>> List(
        [Description("Part of a handle or name, or the beginning of an id.")] string? q, string? cursor, int? limit, DuckDbLake lake, CancellationToken cancel)
    {
        var page = lake.Ranking.Page(q, Listed.Size(limit), cursor, cancel);
        return TypedResults.Ok(new Listed<AccountView>([.. page.Accounts.Select(row => AccountView.Of(row.Account, row.Score, row.Signal))], page.Next));
    }

    private static async Task<Ok<AccountFile>> FindAsync(string key, DuckDbLake lake, Triage triage, SignalQueue signals, CurrentPerson person, CancellationToken cancel)
    {
        var account = AccountKeys.Parse("key", key);
        var stored = Known(lake, account);
        var standing = lake.Ranking.Of(account);
        return TypedResults.Ok(new AccountFile(
            AccountView.Of(stored, standing?.Score ?? 0, standing?.Signal),
            await triage.LabelsOfAsync(Subject.Account(account), cancel),
            await triage.TagsOfAsync(person.Id, Subject.Account(account), cancel),
            (await signals.ListAsync(new() { Account = account, Active = null, Viewer = person.Id }, limit: MostSignals, cancel: cancel)).Items));
    }

    /// <summary>The account.</summary>
    /// <exception cref="MissingException">The lake knows none of that key.</exception>
    internal static StoredAccount Known(DuckDbLake lake, ulong account) =>
        lake.ReadAccounts([account]).TryGetValue(account, out var stored) ? stored : throw new MissingException($"account:{account}");
}
