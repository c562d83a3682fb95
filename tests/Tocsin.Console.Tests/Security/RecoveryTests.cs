using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Doors;
using Tocsin.Core;

namespace Tocsin.Console.Tests.Security;

public sealed partial class RecoveryTests
{
    private const string NewPassword = "eight yellow kettles whistle";

    [Fact]
    public async Task An_admins_link_sets_a_new_password_once_and_ends_what_was()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        await HaveSecondFactorAsync(console, ana.Id);
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        using var made = await admin.PostAsync($"/settings/people/{ana.Id}/recovery", null);
        var link = Link().Match(await admin.FollowAsync(made)).Groups["path"].Value;
        Assert.Empty(Link().Matches(await admin.ReadAsync("/settings")));
        using var client = console.Client();
        using (var weak = await RecoverAsync(client, link, "password2026!")) Assert.Contains("That password is easy to guess.", await client.FollowAsync(weak));
        using (var done = await RecoverAsync(client, link, NewPassword)) Assert.Equal("/account/second-factor?welcome=1", done.Where());
        using var other = console.Client();
        Assert.Contains("This link is good no longer", await other.ReadAsync(link));
        using (var old = await other.SignInAsync("ana")) Assert.NotEqual("/account", old.Where());
        using (var now = await other.SignInAsync("ana", NewPassword)) Assert.Equal("/account", now.Where());
        Assert.Equal(["person.recovery-link-made", "person.recovered"], (await console.AuditAsync()).Select(entry => entry.Verb).Where(verb => verb.Contains("recover")));
    }

    [Fact]
    public async Task Somebody_who_is_locked_out_or_signed_in_elsewhere_starts_afresh()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        using var elsewhere = await console.BrowserOfAsync("ana");
        await WithUserAsync(console, ana.Id, (users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        var link = await Recovery.CreateLinkAsync(console.Services, console.Address, "ana");
        using var client = console.Client();
        using (var done = await RecoverAsync(client, link.PathAndQuery, NewPassword)) Assert.NotNull(done.Where());
        Assert.True(await client.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        using var now = await console.Client().SignInAsync("ana", NewPassword);
        Assert.Equal("/account", now.Where());
    }

    [Fact]
    public async Task Nobody_is_recovered_who_is_not_there_or_no_longer()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        var link = await Recovery.CreateLinkAsync(console.Services, console.Address, "ana");
        await WithUserAsync(console, ana.Id, (users, user) =>
        {
            user.Disabled = TimeProvider.System.GetUtcNow();
            return users.UpdateAsync(user);
        });
        using var client = console.Client();
        Assert.Contains("This link is good no longer", await client.ReadAsync(link.PathAndQuery));
        await DemoSignIn.CreateLinkAsync(console.Services, console.Address);
        foreach (var name in new[] { "ana", "nobody", "demo" })
        {
            var problem = await Assert.ThrowsAsync<Problem>(() => Recovery.CreateLinkAsync(console.Services, console.Address, name));
            Assert.Equal($"--recover {name}", problem.Where);
        }
    }

    [Fact]
    public async Task A_link_for_another_purpose_recovers_nobody()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        var demo = (await DemoSignIn.CreateLinkAsync(console.Services, console.Address)).Segments[^1];
        using var client = console.Client();
        Assert.Contains("This link is good no longer", await client.ReadAsync($"/recover/{demo}"));
        var recovery = (await Recovery.CreateLinkAsync(console.Services, console.Address, "ana")).Segments[^1];
        using var answer = await client.GetAsync($"/demo/{recovery}");
        Assert.Equal("/sign-in?link=spent", answer.Where());
    }

    private static Task<HttpResponseMessage> RecoverAsync(HttpClient client, string link, string password) => client.SubmitAsync(link, link + "/password", ("password", password));

    private static Task HaveSecondFactorAsync(RunningConsole console, string id) => WithUserAsync(console, id, async (users, user) =>
    {
        await users.ResetAuthenticatorKeyAsync(user);
        return await users.SetTwoFactorEnabledAsync(user, enabled: true);
    });

    private static async Task WithUserAsync(RunningConsole console, string id, Func<UserManager<TocsinUser>, TocsinUser, Task<IdentityResult>> act)
    {
        await using var scope = console.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<TocsinUser>>();
        Assert.True((await act(users, (await users.FindByIdAsync(id))!)).Succeeded);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+(?<path>/recover/[A-Za-z0-9_-]{43})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
