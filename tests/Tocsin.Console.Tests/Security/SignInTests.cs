using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Administration;
using Tocsin.Console.Security.Doors;

namespace Tocsin.Console.Tests.Security;

public sealed class SignInTests
{
    [Theory]
    [InlineData("ana")]
    [InlineData("ANA")]
    [InlineData(" ana ")]
    public async Task The_right_password_opens_the_door(string name)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana", displayName: "Ana Horvat");
        using var client = console.Client();
        using var answer = await client.SignInAsync(name, back: "/queue?state=open");
        Assert.Equal("/queue?state=open", answer.Where());
        Assert.Contains("Ana Horvat", await client.ReadAsync("/account"));
    }

    [Theory]
    [InlineData("nobody", TestPeople.Password)]
    [InlineData("ana", "seven green umbrellas wonder")]
    [InlineData("gone", TestPeople.Password)]
    [InlineData("passwordless", "")]
    [InlineData("", "")]
    public async Task Every_refusal_says_the_same_and_takes_as_long(string name, string password)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        await DisableAsync(console, (await console.AddAsync("gone")).Id);
        using var client = console.Client();
        await RunningConsole.SendForgeryTokenAsync(client, "/sign-in");
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync("/sign-in/password", Browsing.Form(("name", name), ("password", password), ("return", "/")));
        var took = Stopwatch.GetElapsedTime(started);
        Assert.InRange(took.TotalMilliseconds, 495, 5000);
        Assert.Equal("/sign-in", answer.Where());
        Assert.Contains("That name and password do not match, or sign-in is paused after too many tries.", await client.FollowAsync(answer));
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_right_one_is_refused_too_in_the_same_words()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        using (var scope = console.Services.CreateScope())
        {
            var door = scope.ServiceProvider.GetRequiredService<PasswordDoor>();
            var user = await scope.ServiceProvider.GetRequiredService<UserManager<TocsinUser>>().FindByIdAsync(ana.Id);
            for (var i = 0; i < 10; i++) await door.NoteFailureAsync(user!, new DefaultHttpContext());
        }
        using var client = console.Client();
        using var answer = await client.SignInAsync("ana");
        Assert.Contains("That name and password do not match, or sign-in is paused after too many tries.", await client.FollowAsync(answer));
        Assert.Contains(await console.AuditAsync(), entry => entry is { Verb: "person.refused" } && entry.After!.Contains("\"locked\":true"));
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("nobody")]
    public async Task One_name_is_tried_ten_times_in_five_minutes_known_or_not(string name)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        var limit = console.Services.GetRequiredService<AccountLimit>();
        for (var i = 0; i < 10; i++) Assert.True(limit.Allows(i % 2 == 0 ? name : name.ToUpperInvariant()));
        using var client = console.Client();
        using var answer = await client.SignInAsync(name);
        Assert.Contains("sign-in is paused", await client.FollowAsync(answer));
        using var other = console.Client();
        Assert.True(limit.Allows("somebody-else"));
    }

    [Fact]
    public async Task One_address_is_let_try_thirty_times_a_minute()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        using (var page = await client.GetAsync("/set-up")) Assert.True(page.IsSuccessStatusCode);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < DoorLimit.Tries + 1; i++)
        {
            using var answer = await client.PostAsync("/sign-in/password", Browsing.Form(("name", $"name-{i}"), ("password", "x")));
            answers.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) Assert.Equal(60, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, Assert.Single(answers, answer => answer == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("account")]
    [InlineData("")]
    public async Task After_sign_in_nobody_is_sent_elsewhere(string back)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = console.Client();
        using var answer = await client.SignInAsync("ana", back: back);
        Assert.Equal("/", answer.Where());
        using var page = await client.GetAsync("/sign-in?return=" + Uri.EscapeDataString(back));
        Assert.Equal("/", page.Where());
    }

    [Theory]
    [InlineData("/queue?state=open&x=1", "/sign-in?return=%2Fqueue%3Fstate%3Dopen%26x%3D1")]
    [InlineData("/", "/sign-in")]
    public async Task A_page_asked_for_before_sign_in_is_come_back_to(string page, string door)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        using var answer = await client.GetAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(door, answer.Where());
    }

    [Theory]
    [InlineData("/api/v1/signals", "application/json", null)]
    [InlineData("/api/v1/signals", "text/html", null)]
    [InlineData("/queue", "text/html", "true")]
    [InlineData("/live", "text/event-stream", null)]
    public async Task Programs_and_fragments_are_told_401_and_never_sent_elsewhere(string path, string accept, string? htmx)
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = console.Program();
        program.DefaultRequestHeaders.Add("Accept", accept);
        if (htmx is not null) program.DefaultRequestHeaders.Add("HX-Request", htmx);
        using var answer = await program.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("You are not signed in.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = console.Client();
        using var answer = await client.SignInAsync("ana");
        var cookie = answer.Headers.GetValues("Set-Cookie").First(one => !one.Contains("-csrf") && !one.Contains("-step") && !one.Contains("-notice")).Split(';')[0];
        using var left = await client.SubmitAsync("/account", "/sign-out");
        Assert.Equal("/sign-in", left.Where());
        using var thief = console.Program();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        thief.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task The_demos_link_works_once_and_on_loopback_alone()
    {
        await using var console = await RunningConsole.StartAsync();
        var link = await DemoSignIn.CreateLinkAsync(console.Services, console.Address);
        using var client = console.Client();
        using (var answer = await client.GetAsync(link)) Assert.Equal("/", answer.Where());
        Assert.Contains("Demo analyst", await client.ReadAsync("/account"));
        using var other = console.Client();
        using (var spent = await other.GetAsync(link)) Assert.Equal("/sign-in?link=spent", spent.Where());
        Assert.Contains("That link has been used, or is too old", await other.ReadAsync("/sign-in?link=spent"));
    }

    [Fact]
    public async Task Where_others_can_come_neither_the_demos_link_nor_its_session_is_good()
    {
        var beyond = false;
        await using var console = await RunningConsole.StartAsync(options => beyond ? options with { Listen = "0.0.0.0" } : options);
        var (link, unused) = (await DemoSignIn.CreateLinkAsync(console.Services, console.Address), default(Uri));
        using var client = console.Client();
        using (var answer = await client.GetAsync(link)) Assert.Equal("/", answer.Where());
        unused = await DemoSignIn.CreateLinkAsync(console.Services, console.Address);
        beyond = true;
        await console.RestartAsync();
        Assert.False(await client.IsSignedInAsync());
        using (var answer = await client.GetAsync(unused.PathAndQuery)) Assert.Equal("/sign-in?link=spent", answer.Where());
        var problem = await Assert.ThrowsAsync<Tocsin.Core.Problem>(() => DemoSignIn.CreateLinkAsync(console.Services, console.Address));
        Assert.Contains("0.0.0.0", problem.Where);
    }

    private static async Task DisableAsync(RunningConsole console, string id)
    {
        await using var scope = console.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<PeopleDesk>().DisableAsync(Actor.System, id));
    }
}
