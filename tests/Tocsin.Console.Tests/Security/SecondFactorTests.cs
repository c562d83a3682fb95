using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Security;

public sealed partial class SecondFactorTests
{
    [Fact]
    public async Task Once_enrolled_a_password_alone_opens_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        var (key, _) = await EnrolAsync(console);
        using var client = console.Client();
        using (var first = await client.SignInAsync("ana", back: "/queue")) Assert.Equal("/sign-in/code?return=%2Fqueue", first.Where());
        Assert.False(await client.IsSignedInAsync());
        using var second = await SendCodeAsync(client, Totp.Code(key, later: 1), "/queue");
        Assert.Equal("/queue", second.Where());
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using var console = await RunningConsole.StartAsync();
        var (key, _) = await EnrolAsync(console);
        var code = Totp.Code(key, later: 1);
        using var ana = console.Client();
        using var thief = console.Client();
        foreach (var client in new[] { ana, thief })
        {
            using var first = await client.SignInAsync("ana");
            using var second = await SendCodeAsync(client, code);
            if (client == thief) Assert.Contains("That code is not right, or was used before.", await client.FollowAsync(second));
        }
        Assert.True(await ana.IsSignedInAsync());
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task A_wrong_code_is_refused_and_counts_towards_the_lock()
    {
        await using var console = await RunningConsole.StartAsync();
        await EnrolAsync(console);
        using var client = console.Client();
        using (var first = await client.SignInAsync("ana")) Assert.NotNull(first.Where());
        using var second = await SendCodeAsync(client, "000000");
        Assert.Equal("/sign-in/code", second.Where());
        Assert.Single(await console.AuditAsync(), entry => entry.Verb == "person.refused");
        await using var context = console.Casework.Connect();
        Assert.Equal(1, (await context.Users.SingleAsync(user => user.UserName == "ana")).AccessFailedCount);
    }

    [Fact]
    public async Task The_second_step_is_closed_to_those_who_did_not_take_the_first()
    {
        await using var console = await RunningConsole.StartAsync();
        var (key, _) = await EnrolAsync(console);
        using var client = console.Client();
        using (var page = await client.GetAsync("/sign-in/code")) Assert.Equal("/sign-in", page.Where());
        using var answer = await client.SubmitAsync("/sign-in", "/sign-in/second", ("code", Totp.Code(key, later: 1)));
        Assert.Equal("/sign-in", answer.Where());
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task A_recovery_code_opens_the_door_once()
    {
        await using var console = await RunningConsole.StartAsync();
        var (_, codes) = await EnrolAsync(console);
        Assert.Equal(10, codes.Distinct().Count());
        for (var time = 1; time <= 2; time++)
        {
            using var client = console.Client();
            using (var first = await client.SignInAsync("ana")) Assert.NotNull(first.Where());
            using var second = await SendCodeAsync(client, " " + codes[3].ToLowerInvariant());
            Assert.Equal(time == 1, await client.IsSignedInAsync());
        }
        Assert.Contains(await console.AuditAsync(), entry => entry.Verb == "person.recovery-code-used" && entry.After!.Contains('9'));
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = await console.BrowserOfAsync("ana");
        var shown = await ShowCodesAsync(client);
        Assert.NotEmpty(RecoveryCode().Matches(shown.Page));
        Assert.Empty(RecoveryCode().Matches(await client.ReadAsync("/account/security")));
    }

    [Fact]
    public async Task Switching_it_off_and_making_new_codes_ask_for_the_password()
    {
        await using var console = await RunningConsole.StartAsync();
        var (_, codes) = await EnrolAsync(console);
        using var client = console.Client();
        using (var first = await client.SignInAsync("ana")) Assert.NotNull(first.Where());
        using (var second = await SendCodeAsync(client, codes[0])) Assert.NotNull(second.Where());
        foreach (var act in new[] { "remove", "codes" })
        {
            using var refused = await client.SubmitAsync("/account/security", $"/account/second-factor/{act}", ("password", "not the password"));
            Assert.Contains("That is not your password.", await client.FollowAsync(refused));
        }
        using var made = await client.SubmitAsync("/account/security", "/account/second-factor/codes", ("password", TestPeople.Password));
        var renewed = RecoveryCode().Matches(await client.FollowAsync(made)).Select(match => match.Value);
        Assert.Empty(renewed.Intersect(codes));
        using var removed = await client.SubmitAsync("/account/security", "/account/second-factor/remove", ("password", TestPeople.Password));
        Assert.Contains("The second factor is off.", await client.FollowAsync(removed));
        using var other = console.Client();
        using var answer = await other.SignInAsync("ana");
        Assert.Equal("/account", answer.Where());
    }

    [Fact]
    public async Task A_wrong_code_does_not_switch_it_on()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = await console.BrowserOfAsync("ana");
        using (var begun = await client.SubmitAsync("/account/security", "/account/second-factor/begin")) Assert.Equal("/account/second-factor", begun.Where());
        using var refused = await client.SubmitAsync("/account/second-factor", "/account/second-factor/confirm", ("code", "123456"));
        Assert.Contains("That code is not right.", await client.FollowAsync(refused));
        using var other = console.Client();
        using var answer = await other.SignInAsync("ana");
        Assert.Equal("/account", answer.Where());
    }

    [Fact]
    public async Task Neither_key_nor_recovery_codes_can_be_read_in_the_database()
    {
        await using var console = await RunningConsole.StartAsync();
        var (key, codes) = await EnrolAsync(console);
        await using var context = console.Casework.Connect();
        var kept = string.Join(' ', await context.UserTokens.Select(token => token.Value).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(key, kept);
        Assert.DoesNotContain(codes[0], kept);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> EnrolAsync(RunningConsole console)
    {
        await console.AddAsync("ana", PersonRole.Analyst);
        using var client = await console.BrowserOfAsync("ana");
        var (key, page) = await ShowCodesAsync(client);
        return (key, [.. RecoveryCode().Matches(page).Select(match => match.Value).Distinct()]);
    }

    private static async Task<(string Key, string Page)> ShowCodesAsync(HttpClient client)
    {
        using (var begun = await client.SubmitAsync("/account/security", "/account/second-factor/begin")) Assert.Equal("/account/second-factor", begun.Where());
        var key = Secret().Match(await client.ReadAsync("/account/second-factor")).Groups["key"].Value;
        using var confirmed = await client.SubmitAsync("/account/second-factor", "/account/second-factor/confirm", ("code", Totp.Code(key)));
        return (key, await client.FollowAsync(confirmed));
    }

    private static Task<HttpResponseMessage> SendCodeAsync(HttpClient client, string code, string back = "/") =>
        client.SubmitAsync("/sign-in/code", "/sign-in/second", ("code", code), ("return", back));

    [GeneratedRegex("secret=(?<key>[A-Z2-7]+)&", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecoveryCode();
}
