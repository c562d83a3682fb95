using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Console.Screens.Accounts;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Notifications;

/// <summary>Reading one's own notifications; they are one's own account's, so everybody may.</summary>
internal static class NotificationEndpoints
{
    public const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account/notifications/rows", RowsAsync).ExcludeFromDescription();
        app.MapPost("/account/notifications/read", ReadAsync).WithTags("Account");
        app.MapPost("/account/notifications/{id:long}/open", OpenAsync).WithTags("Account");
    }

    /// <summary>Where a notification leads.</summary>
    public static string AddressOf(string subject, DuckDbLake lake)
    {
        var (kind, id) = subject.IndexOf(':') is > 0 and var colon ? (subject[..colon], subject[(colon + 1)..]) : (subject, "");
        return kind switch
        {
            "signal" => $"/signals/{Uri.EscapeDataString(id)}",
            "account" when ulong.TryParse(id, out var key) && lake.ReadAccounts([key]).TryGetValue(key, out var account) => AccountAddress.Of(account.Profile.Platform, account.Profile.Id),
            _ => "/account/notifications",
        };
    }

    private static async Task<RazorComponentResult<NotificationRows>> RowsAsync(long before, Casework.Notifications board, CurrentPerson person, CancellationToken cancel) =>
        new(new { News = await board.ListAsync(person.Id, before: before, limit: PageSize, cancel: cancel) });

    private static async Task<See> ReadAsync([FromForm] long upTo, Casework.Notifications board, CurrentPerson person, CancellationToken cancel)
    {
        await board.MarkAllReadAsync(person.Actor, upTo, cancel);
        return new See("/account/notifications");
    }

    private static async Task<See> OpenAsync(long id, Casework.Notifications board, CurrentPerson person, DuckDbLake lake, CancellationToken cancel)
    {
        var found = (await board.ListAsync(person.Id, before: id + 1, limit: 1, cancel: cancel)).FirstOrDefault(one => one.Id == id);
        if (found is null) return new See("/account/notifications");
        if (found.ReadAt is null) await board.MarkReadAsync(person.Actor, id, cancel);
        return new See(AddressOf(found.Subject, lake));
    }
}
