using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Administration;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Tests.Security;

public sealed partial class TokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_and_kept_as_a_hash()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var made = await MakeAsync(client, "nightly export", "read");
        var page = await client.FollowAsync(made);
        var token = Token().Match(page).Value;
        Assert.NotEqual("", token);
        var later = await client.ReadAsync("/account/tokens");
        Assert.DoesNotContain(token, later);
        Assert.Contains("nightly export", later);
        await using var context = console.Casework.Connect();
        var kept = await context.ApiTokens.SingleAsync();
        Assert.DoesNotContain(token[12..], kept.Hash + kept.Hint);
        using var program = Bearer(console, token);
        using var answer = await program.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(PersonRole.Admin, "read", "read")]
    [InlineData(PersonRole.Admin, "write", "write lead admin")]
    [InlineData(PersonRole.Admin, "ingest", "ingest")]
    [InlineData(PersonRole.Admin, "read write ingest", "read write ingest lead admin")]
    [InlineData(PersonRole.Lead, "read write ingest", "read write ingest lead")]
    [InlineData(PersonRole.Analyst, "read write ingest", "read write ingest")]
    [InlineData(PersonRole.Viewer, "read write ingest", "read")]
    public async Task What_a_token_may_do_is_bounded_by_its_scopes_and_by_its_owners_role(PersonRole role, string scopes, string allowed)
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = await console.WithTokenAsync(role, scopes.Split(' '));
        Assert.Equal(allowed.Split(' ').Order(), (await AllowedAsync(console, program)).Order());
    }

    [Fact]
    public async Task A_token_loses_what_its_owner_loses()
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = await console.WithTokenAsync(PersonRole.Lead, "read", "write");
        Assert.Contains("lead", await AllowedAsync(console, program));
        var owner = await console.PersonAsync(PersonRole.Lead);
        await console.PersonAsync(PersonRole.Admin);
        await DoAsync(console, desk => desk.ChangeRoleAsync(Actor.System, owner.Id, PersonRole.Viewer));
        Assert.Equal(["read"], await AllowedAsync(console, program));
        await DoAsync(console, desk => desk.DisableAsync(Actor.System, owner.Id));
        using var answer = await program.GetAsync("/api/v1/signals");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_revoked_or_unknown_token_opens_nothing_and_a_cookie_beside_it_does_not_help()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var made = await MakeAsync(client, "x", "read");
        var token = Token().Match(await client.FollowAsync(made)).Value;
        var page = await client.ReadAsync("/account/tokens");
        using var revoked = await client.PostAsync(RevokeAction().Match(page).Value, null);
        Assert.Contains("Token revoked.", await client.FollowAsync(revoked));
        foreach (var sent in new[] { token, "toc_" + new string('x', 43), "", new string('y', 100_00) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/signals");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {sent}");
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_token_ends_when_it_said()
    {
        await using var console = await RunningConsole.StartAsync();
        var person = Person.ActorOf(await console.PersonAsync(PersonRole.Analyst));
        var issued = await console.Services.GetRequiredService<ApiTokens>().CreateAsync(person, "brief", ["read"], TimeSpan.FromSeconds(2));
        using var program = Bearer(console, issued.Secret);
        using (var answer = await program.GetAsync("/")) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        using var late = await program.GetAsync("/api/v1/signals");
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/account")]
    [InlineData("GET", "/settings")]
    [InlineData("GET", "/settings/audit.csv")]
    [InlineData("POST", "/account/tokens")]
    [InlineData("POST", "/account/profile")]
    [InlineData("POST", "/settings/invites")]
    [InlineData("POST", "/sign-out")]
    public async Task A_token_stays_out_of_accounts_and_settings(string method, string path)
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = await console.WithTokenAsync(PersonRole.Admin, "read", "write", "ingest");
        using var answer = await program.SendAsync(new HttpRequestMessage(new(method), path));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "read", "90", "Name what will use it")]
    [InlineData("x", "", "90", "Choose what it may do.")]
    [InlineData("x", "everything", "90", "Choose what it may do.")]
    [InlineData("x", "write", "90", "Your role allows reading only.")]
    [InlineData("x", "read", "36500", "Choose how long it is good.")]
    public async Task A_form_that_asks_for_what_is_not_to_be_had_makes_no_token(string name, string scope, string days, string words)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        using var refused = await client.PostAsync("/account/tokens", Browsing.Form(("name", name), ("scopes", scope), ("days", days)));
        Assert.Contains(words, await client.FollowAsync(refused));
        Assert.Empty(await console.Services.GetRequiredService<ApiTokens>().ListAsync(null));
    }

    [Fact]
    public async Task Nobody_revokes_a_token_of_somebody_else_but_an_admin()
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = await console.WithTokenAsync(PersonRole.Analyst, "read");
        var token = (await console.Services.GetRequiredService<ApiTokens>().ListAsync(null)).Single();
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        using (var refused = await lead.PostAsync($"/account/tokens/{token.Id}/revoke", null)) Assert.False(refused.IsSuccessStatusCode);
        using (var answer = await program.GetAsync("/")) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        Assert.Contains("Test Analyst", await admin.ReadAsync("/settings/tokens"));
        using (var revoked = await admin.PostAsync($"/settings/tokens/{token.Id}/revoke", null)) Assert.Equal("/settings/tokens", revoked.Where());
        using var late = await program.GetAsync("/api/v1/signals");
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    /// <summary>The policies that hold for who sends the request, asked of the server's own authorization.</summary>
    private static async Task<IReadOnlyList<string>> AllowedAsync(RunningConsole console, HttpClient program)
    {
        await using var scope = console.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = program.DefaultRequestHeaders.Authorization!.ToString();
        var handlers = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Authentication.IAuthenticationService>();
        var principal = (await handlers.AuthenticateAsync(context, null)).Principal!;
        var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        var allowed = new List<string>();
        foreach (var policy in new[] { Policies.Read, Policies.Write, Policies.Ingest, Policies.Lead, Policies.Admin })
        {
            if ((await authorization.AuthorizeAsync(principal, policy)).Succeeded) allowed.Add(policy);
        }
        return allowed;
    }

    private static async Task DoAsync(RunningConsole console, Func<PeopleDesk, Task<string?>> act)
    {
        await using var scope = console.Services.CreateAsyncScope();
        Assert.Null(await act(scope.ServiceProvider.GetRequiredService<PeopleDesk>()));
    }

    private static Task<HttpResponseMessage> MakeAsync(HttpClient client, string name, string scope) =>
        client.PostAsync("/account/tokens", Browsing.Form(("name", name), ("scopes", scope), ("days", "90")));

    private static HttpClient Bearer(RunningConsole console, string token)
    {
        var program = console.Program();
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        return program;
    }

    [GeneratedRegex("toc_[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/account/tokens/[0-9]+/revoke", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RevokeAction();
}
