using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Security;

public sealed partial class SessionTests
{
    [Fact]
    public async Task Sessions_outlive_a_restart_and_pages_open_before_it_still_write()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = await console.BrowserOfAsync("ana");
        await console.RestartAsync();
        Assert.True(await client.IsSignedInAsync());
        using var saved = await client.PostAsync("/account/profile", Browsing.Form(("displayName", "Ana H.")));
        Assert.Contains("Name saved.", await client.FollowAsync(saved));
    }

    [Fact]
    public async Task Keys_lie_in_the_workspace_for_their_owner_alone()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = await console.BrowserOfAsync("ana");
        var folder = Path.Combine(console.Workspace, "keys");
        var keys = Directory.GetFiles(folder);
        Assert.NotEmpty(keys);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (var key in keys) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_and_no_script()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = console.Client();
        using var answer = await client.SignInAsync("ana");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), one => SessionName().IsMatch(one));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("path=/", cookie);
        Assert.DoesNotContain("domain", cookie);
        Assert.DoesNotContain("secure", cookie);
    }

    [Fact]
    public async Task Behind_https_cookies_are_secure_with_the_host_prefix_and_responses_ask_for_https()
    {
        await using var console = await RunningConsole.StartAsync(options => options with { Proxy = "127.0.0.1" });
        await console.AddAsync("ana");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = console.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await client.GetAsync("/sign-in");
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        var csrf = page.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("secure", csrf);
        client.DefaultRequestHeaders.Add("Cookie", csrf.Split(';')[0]);
        await RunningConsole.SendForgeryTokenAsync(client, "/sign-in");
        using var answer = await client.PostAsync("/sign-in/password", Browsing.Form(("name", "ana"), ("password", TestPeople.Password)));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), one => one.StartsWith("__Host-tocsin-"));
        Assert.Contains("secure", cookie);
    }

    [Fact]
    public async Task Each_session_is_listed_and_can_be_ended_from_another()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var here = await console.BrowserOfAsync("ana");
        using var there = console.Client();
        there.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using (var answer = await there.SignInAsync("ana")) Assert.Equal("/account", answer.Where());
        var page = await here.ReadAsync("/account/security");
        Assert.Contains("Firefox on Linux", page);
        Assert.Contains("127.0.0.1", page);
        using var ended = await here.PostAsync(EndAction().Match(page).Value, null);
        Assert.Contains("Signed out there.", await here.FollowAsync(ended));
        Assert.False(await there.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());
    }

    [Theory]
    [InlineData("end-others", true)]
    [InlineData("end-all", false)]
    public async Task Signing_out_everywhere_holds_at_once(string act, bool stays)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var here = await console.BrowserOfAsync("ana");
        using var there = await console.BrowserOfAsync("ana");
        Assert.True(await there.IsSignedInAsync());
        using var ended = await here.PostAsync($"/account/sessions/{act}", null);
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(stays, await here.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        await console.AddAsync("ben");
        using var hers = await console.BrowserOfAsync("ana");
        using var his = await console.BrowserOfAsync("ben");
        var session = (await console.Services.GetRequiredService<Sessions>().ListAsync(ana.Id)).Single();
        using var answer = await his.PostAsync($"/account/sessions/{session.Id}/end", null);
        Assert.True(await hers.IsSignedInAsync());
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_one_and_signs_out_everywhere_else()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var here = await console.BrowserOfAsync("ana");
        using var there = await console.BrowserOfAsync("ana");
        using var wrong = await ChangeAsync(here, "not the password", "eight yellow kettles whistle");
        Assert.Contains("That is not your password.", await here.FollowAsync(wrong));
        using var weak = await ChangeAsync(here, TestPeople.Password, "password2026!");
        Assert.Contains("That password is easy to guess.", await here.FollowAsync(weak));
        Assert.True(await there.IsSignedInAsync());
        using var changed = await ChangeAsync(here, TestPeople.Password, "eight yellow kettles whistle");
        Assert.Contains("Password changed.", await here.FollowAsync(changed));
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        using var later = console.Client();
        using (var old = await later.SignInAsync("ana")) Assert.NotEqual("/account", old.Where());
        using var renewed = await later.SignInAsync("ana", "eight yellow kettles whistle");
        Assert.Equal("/account", renewed.Where());
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_request()
    {
        await using var console = await RunningConsole.StartAsync();
        var lead = await console.AddAsync("lea", PersonRole.Admin);
        using var hers = await console.BrowserOfAsync("lea");
        using (var page = await hers.GetAsync("/settings")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        using var changed = await admin.PostAsync($"/settings/people/{lead.Id}/role", Browsing.Form(("role", "Viewer")));
        Assert.Contains("Role changed.", await admin.FollowAsync(changed));
        using var refused = await hers.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Your role does not allow this.", await refused.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current, string password) =>
        client.SubmitAsync("/account/security", "/account/password", ("current", current), ("password", password));

    [GeneratedRegex("^tocsin-[0-9a-f]{8}=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SessionName();

    [GeneratedRegex("/account/sessions/[^/\"]+/end(?=\")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndAction();
}
