using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Persons;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Account;

/// <summary>What somebody fills in who makes a token.</summary>
internal sealed record TokenForm(string? Name, string[]? Scopes, int? Days);

/// <summary>One's own API tokens.</summary>
internal static class TokenEndpoints
{
    private const string Page = "/account/tokens";
    private const int MaxNameLength = 80;

    /// <summary>How long a token may live, in days.</summary>
    public static IReadOnlyList<int> Lives { get; } = [7, 30, 90, 365];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/account/tokens", CreateAsync).WithTags("Account");
        app.MapPost("/account/tokens/{id:long}/revoke", RevokeAsync).WithTags("Account");
    }

    private static async Task<IResult> CreateAsync(
        [FromForm] TokenForm form, CurrentPerson person, ApiTokens tokens, NoticeBoard notices)
    {
        var (name, scopes) = (form.Name?.Trim() ?? "", form.Scopes ?? []);
        if (Check(name, scopes, form.Days, person.Role) is { Count: > 0 } errors)
        {
            notices.Post(new() { Form = "token", Errors = errors, Values = new Dictionary<string, string> { ["name"] = name } });
            return new See(Page);
        }
        var issued = await tokens.CreateAsync(person.Actor, name, scopes, TimeSpan.FromDays(form.Days!.Value));
        notices.Post(new() { Form = "token", Done = issued.Item.Name, Secrets = [issued.Secret] });
        return new See(Page);
    }

    private static async Task<IResult> RevokeAsync(long id, CurrentPerson person, ApiTokens tokens, NoticeBoard notices)
    {
        await tokens.RevokeAsync(person.Actor, person.Id, id);
        notices.Post(new() { Form = "tokens", Done = L["Token revoked."] });
        return new See(Page);
    }

    private static Dictionary<string, string> Check(string name, string[] scopes, int? days, PersonRole role)
    {
        var errors = new Dictionary<string, string>();
        if (name.Length is 0 or > MaxNameLength) errors["name"] = L["Name what will use it, in at most 80 characters."];
        if (scopes.Length == 0 || scopes.Except(Scopes.All).Any()) errors["scopes"] = L["Choose what it may do."];
        else if (role < PersonRole.Analyst && !scopes.All(scope => scope == Scopes.Read)) errors["scopes"] = L["Your role allows reading only."];
        if (days is not { } life || !Lives.Contains(life)) errors["days"] = L["Choose how long it is good."];
        return errors;
    }
}
