using System.Text.RegularExpressions;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Security;

public sealed partial class InviteTests
{
    [Theory]
    [InlineData("Viewer")]
    [InlineData("Lead")]
    public async Task An_invite_makes_one_person_of_its_role(string role)
    {
        await using var console = await RunningConsole.StartAsync();
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        var link = await InviteAsync(admin, role);
        using var client = console.Client();
        Assert.Contains($"Join as {role}", await client.ReadAsync(link));
        using (var joined = await JoinAsync(client, link, "ben")) Assert.Equal("/account/second-factor?welcome=1", joined.Where());
        Assert.Contains($"<span class=\"word\">{role}</span>", await client.ReadAsync("/account"));
        using var other = console.Client();
        Assert.Contains("This invite is good no longer", await other.ReadAsync(link));
        using var again = await other.SubmitAsync(link, link + "/accept", ("displayName", "Eve"), ("userName", "eve"), ("password", TestPeople.Password));
        Assert.False(await other.IsSignedInAsync());
        Assert.Contains("joined", await admin.ReadAsync("/settings"));
    }

    [Fact]
    public async Task Of_two_who_come_with_one_invite_at_once_one_joins()
    {
        await using var console = await RunningConsole.StartAsync();
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        var link = await InviteAsync(admin, "Analyst");
        using var ben = console.Client();
        using var eve = console.Client();
        await Task.WhenAll(JoinAsync(ben, link, "ben"), JoinAsync(eve, link, "eve"));
        Assert.NotEqual(await ben.IsSignedInAsync(), await eve.IsSignedInAsync());
    }

    [Fact]
    public async Task An_invite_taken_back_opens_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        var link = await InviteAsync(admin, "Admin");
        using var revoked = await admin.PostAsync(RevokeAction().Match(await admin.ReadAsync("/settings")).Value, null);
        Assert.Contains("Invite revoked.", await admin.FollowAsync(revoked));
        using var client = console.Client();
        Assert.Contains("This invite is good no longer", await client.ReadAsync(link));
    }

    [Fact]
    public async Task The_link_is_shown_once()
    {
        await using var console = await RunningConsole.StartAsync();
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        await InviteAsync(admin, "Viewer");
        Assert.Empty(Link().Matches(await admin.ReadAsync("/settings")));
    }

    [Theory]
    [InlineData("Emperor", "For Ben", "7", "Choose a role.")]
    [InlineData("Viewer", "", "7", "Say for whom it is")]
    [InlineData("Viewer", "For Ben", "365", "Choose how long it is good.")]
    public async Task A_form_that_is_wrong_makes_no_link(string role, string note, string days, string words)
    {
        await using var console = await RunningConsole.StartAsync();
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        using var refused = await admin.PostAsync("/settings/invites", Browsing.Form(("role", role), ("note", note), ("days", days)));
        var page = await admin.FollowAsync(refused);
        Assert.Contains(words, page);
        Assert.Empty(Link().Matches(page));
    }

    private static async Task<string> InviteAsync(HttpClient admin, string role)
    {
        using var made = await admin.PostAsync("/settings/invites", Browsing.Form(("role", role), ("note", "For Ben"), ("days", "7")));
        return Link().Match(await admin.FollowAsync(made)).Groups["path"].Value;
    }

    private static async Task<HttpResponseMessage> JoinAsync(HttpClient client, string link, string name) =>
        await client.SubmitAsync(link, link + "/accept", ("displayName", name), ("userName", name), ("password", TestPeople.Password));

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+(?<path>/invite/[A-Za-z0-9_-]{43})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("/settings/invites/[0-9]+/revoke", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RevokeAction();
}
