using System.Net;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Doors;

namespace Tocsin.Console.Tests.Security;

public sealed class FirstRunTests
{
    private const string Password = "seven green umbrellas wander";

    [Fact]
    public async Task The_link_makes_the_first_admin_once()
    {
        await using var console = await RunningConsole.StartAsync();
        var link = (await FirstRun.CreateLinkAsync(console.Services, console.Address))!;
        using var client = console.Client();
        Assert.Contains("Make the first account", await client.ReadAsync(link.PathAndQuery));
        using var made = await SetUpAsync(client, link, "ana", Password);
        Assert.Equal("/account/second-factor?welcome=1", made.Where());
        Assert.Contains("ana", await client.ReadAsync("/settings"));

        using var other = console.Client();
        using var again = await other.GetAsync(link.PathAndQuery);
        Assert.Equal("/sign-in", again.Where());
        using var second = await other.SubmitAsync("/sign-in", "/set-up/first", ("key", Key(link)), ("displayName", "Mallory"), ("userName", "mallory"), ("password", Password));
        Assert.Equal($"/set-up?key={Key(link)}", second.Where());
        Assert.Null(await FirstRun.CreateLinkAsync(console.Services, console.Address));
    }

    [Fact]
    public async Task Before_it_nothing_else_is_reachable()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        foreach (var page in new[] { "/", "/queue", "/settings", "/account", "/no/such/page" })
        {
            using var response = await client.GetAsync(page);
            Assert.StartsWith("/sign-in", response.Where());
        }
        using var door = await client.GetAsync("/sign-in");
        Assert.Equal("/set-up", door.Where());
        var page2 = await client.ReadAsync("/set-up");
        Assert.Contains("Nobody has an account here yet", page2);
        Assert.DoesNotContain("<form", page2);
    }

    [Fact]
    public async Task A_new_link_makes_the_earlier_one_worthless()
    {
        await using var console = await RunningConsole.StartAsync();
        var first = (await FirstRun.CreateLinkAsync(console.Services, console.Address))!;
        var second = (await FirstRun.CreateLinkAsync(console.Services, console.Address))!;
        using var client = console.Client();
        Assert.DoesNotContain("<form", await client.ReadAsync(first.PathAndQuery));
        Assert.Contains("<form", await client.ReadAsync(second.PathAndQuery));
    }

    [Theory]
    [InlineData("", "ana", Password, "Give a name that others will see.")]
    [InlineData("Ana", "a na", Password, "A user name is an e-mail address")]
    [InlineData("Ana", "demo", Password, "That name is taken.")]
    [InlineData("Ana", "ana", "short", "A password has at least 12 characters.")]
    [InlineData("Ana", "ana", "password12345", "That password is easy to guess.")]
    [InlineData("Ana\u202Egnp.exe", "ana", Password, "A name holds no control characters.")]
    public async Task A_wrong_form_says_what_is_wrong_and_leaves_the_link_good(string name, string userName, string password, string words)
    {
        await using var console = await RunningConsole.StartAsync();
        var link = (await FirstRun.CreateLinkAsync(console.Services, console.Address))!;
        using var client = console.Client();
        using var refused = await client.SubmitAsync(link.PathAndQuery, "/set-up/first", ("key", Key(link)), ("displayName", name), ("userName", userName), ("password", password));
        var page = await client.FollowAsync(refused);
        Assert.Contains(words, page);
        Assert.DoesNotContain(password.Length > 0 ? password : "\0", page);
        using var made = await SetUpAsync(client, link, "ana", Password);
        Assert.Equal("/account/second-factor?welcome=1", made.Where());
    }

    [Fact]
    public async Task Of_two_who_come_with_the_link_at_once_one_gets_it()
    {
        await using var console = await RunningConsole.StartAsync();
        var link = (await FirstRun.CreateLinkAsync(console.Services, console.Address))!;
        using var ana = console.Client();
        using var eve = console.Client();
        var answers = await Task.WhenAll(SetUpAsync(ana, link, "ana", Password), SetUpAsync(eve, link, "mallory", Password));
        Assert.Single(answers, answer => answer.Where() == "/account/second-factor?welcome=1");
    }

    [Fact]
    public async Task The_demos_analyst_does_not_count_as_an_admin()
    {
        await using var console = await RunningConsole.StartAsync();
        await DemoSignIn.CreateLinkAsync(console.Services, console.Address);
        Assert.NotNull(await FirstRun.CreateLinkAsync(console.Services, console.Address));
    }

    [Fact]
    public async Task A_forged_key_opens_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        using var refused = await client.SubmitAsync("/set-up?key=x", "/set-up/first", ("key", "x"), ("displayName", "Mallory"), ("userName", "mallory"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, refused.StatusCode);
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        Assert.DoesNotContain("mallory", await admin.ReadAsync("/settings"));
    }

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient client, Uri link, string userName, string password) =>
        client.SubmitAsync(link.PathAndQuery, "/set-up/first", ("key", Key(link)), ("displayName", "Ana"), ("userName", userName), ("password", password));

    private static string Key(Uri link) => link.Query["?key=".Length..];
}
