using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Security;

public sealed partial class ForgeryTests
{
    [Fact]
    public async Task A_write_without_the_token_changes_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        client.DefaultRequestHeaders.Remove("X-CSRF");
        using var refused = await SaveAsync(client);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("This page has expired.", await refused.Content.ReadAsStringAsync());
        Assert.Equal("Test Analyst", await NameAsync(console));
    }

    [Fact]
    public async Task The_token_of_the_page_goes_in_the_header_or_in_the_form()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using (var saved = await SaveAsync(client)) Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        client.DefaultRequestHeaders.Remove("X-CSRF");
        var field = Field().Match(await client.GetStringAsync("/account"));
        using var again = await client.PostAsync("/account/profile", Browsing.Form(("displayName", "Again"), (field.Groups["name"].Value, field.Groups["token"].Value)));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("Again", await NameAsync(console));
    }

    [Fact]
    public async Task The_token_of_somebody_else_is_none()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var mallory = await console.SignedInAsync(PersonRole.Viewer);
        client.DefaultRequestHeaders.Remove("X-CSRF");
        client.DefaultRequestHeaders.Add("X-CSRF", mallory.DefaultRequestHeaders.GetValues("X-CSRF"));
        using var refused = await SaveAsync(client);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.BadRequest)]
    [InlineData("same-site", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", HttpStatusCode.SeeOther)]
    [InlineData("none", HttpStatusCode.SeeOther)]
    public async Task A_request_that_the_browser_says_comes_from_elsewhere_is_refused_even_with_the_token(string site, HttpStatusCode expected)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        using var answer = await SaveAsync(client);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_can_be_signed_in_or_out_by_another_site()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("mallory");
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        client.DefaultRequestHeaders.Remove("X-CSRF");
        using (var signIn = await client.PostAsync("/sign-in/password", Browsing.Form(("name", "mallory"), ("password", TestPeople.Password)))) Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        using (var signOut = await client.PostAsync("/sign-out", null)) Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        Assert.Contains("Test Analyst", await client.ReadAsync("/account"));
    }

    [Fact]
    public async Task A_token_for_programs_needs_no_other()
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = await console.WithTokenAsync(PersonRole.Analyst, "read", "write");
        using var answer = await program.PostAsync("/no/such/address", null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client) => client.PostAsync("/account/profile", Browsing.Form(("displayName", "Changed")));

    private static async Task<string> NameAsync(RunningConsole console)
    {
        await using var context = console.Casework.Connect();
        return (await context.Users.SingleAsync(user => user.UserName == "analyst")).DisplayName;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>__[A-Za-z]+)\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
