using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Administration;

namespace Tocsin.Console.Tests.Security;

public sealed class AdministrationTests
{
    [Fact]
    public async Task The_last_admin_stays()
    {
        await using var console = await RunningConsole.StartAsync();
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        var self = await console.PersonAsync(PersonRole.Admin);
        foreach (var (act, field) in new[] { ("role", ("role", "Viewer")), ("disable", ("x", "")) })
        {
            using var refused = await admin.PostAsync($"/settings/people/{self.Id}/{act}", Browsing.Form(field));
            Assert.Contains("This is the last Admin. Make somebody else Admin first.", await admin.FollowAsync(refused));
        }
        var second = await console.AddAsync("ben", PersonRole.Admin);
        using var done = await admin.PostAsync($"/settings/people/{second.Id}/disable", null);
        Assert.Contains("Account deactivated.", await admin.FollowAsync(done));
        using var still = await admin.PostAsync($"/settings/people/{self.Id}/role", Browsing.Form(("role", "Viewer")));
        Assert.Contains("This is the last Admin.", await admin.FollowAsync(still));
    }

    [Fact]
    public async Task Two_admins_who_take_the_role_from_each_other_at_once_leave_one()
    {
        await using var console = await RunningConsole.StartAsync();
        var people = new[] { await console.AddAsync("ana", PersonRole.Admin), await console.AddAsync("ben", PersonRole.Admin) };
        var first = await console.PersonAsync(PersonRole.Admin);
        Assert.Null(await DoAsync(console, desk => desk.ChangeRoleAsync(Actor.System, first.Id, PersonRole.Viewer)));
        var answers = await Task.WhenAll(people.Select(person => DoAsync(console, desk => desk.ChangeRoleAsync(Actor.System, person.Id, PersonRole.Lead))));
        Assert.Single(answers, answer => answer is null);
    }

    [Fact]
    public async Task Somebody_deactivated_is_out_at_once_and_stays_out_until_activated()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        using var hers = await console.BrowserOfAsync("ana");
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        using (var done = await admin.PostAsync($"/settings/people/{ana.Id}/disable", null)) Assert.Equal("/settings", done.Where());
        Assert.False(await hers.IsSignedInAsync());
        using (var refused = await hers.SignInAsync("ana")) Assert.Equal("/sign-in?return=%2Faccount", refused.Where());
        using (var done = await admin.PostAsync($"/settings/people/{ana.Id}/enable", null)) Assert.Equal("/settings", done.Where());
        using var back = await hers.SignInAsync("ana");
        Assert.Equal("/account", back.Where());
    }

    [Fact]
    public async Task Every_act_is_written_down_with_who_did_it()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        using (var hers = await console.BrowserOfAsync("ana"))
        {
            using var renamed = await hers.PostAsync("/account/profile", Browsing.Form(("displayName", "Ana H.")));
            using var preferences = await hers.PostAsync("/account/preferences", Browsing.Form(("theme", "dark")));
            using var token = await hers.PostAsync("/account/tokens", Browsing.Form(("name", "x"), ("scopes", "read"), ("days", "7")));
            using var password = await hers.PostAsync("/account/password", Browsing.Form(("current", TestPeople.Password), ("password", "eight yellow kettles whistle")));
            using var left = await hers.PostAsync("/sign-out", null);
        }
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        using var role = await admin.PostAsync($"/settings/people/{ana.Id}/role", Browsing.Form(("role", "Lead")));
        using var disabled = await admin.PostAsync($"/settings/people/{ana.Id}/disable", null);
        using var enabled = await admin.PostAsync($"/settings/people/{ana.Id}/enable", null);
        using var invite = await admin.PostAsync("/settings/invites", Browsing.Form(("role", "Viewer"), ("note", "Ben"), ("days", "7")));
        var entries = await console.AuditAsync();
        var (anas, admins) = (entries.Where(entry => entry.ActorId == ana.Id).Select(entry => entry.Verb), entries.Where(entry => entry.ActorName == "Test Admin").Select(entry => entry.Verb));
        Assert.Equal(["session.started", "person.renamed", "person.preferences-changed", "token.created", "person.password-changed", "session.ended"], anas);
        Assert.Equal(["session.started", "person.role-changed", "person.disabled", "person.enabled", "invite.created"], admins);
        var page = await admin.ReadAsync("/settings/audit");
        Assert.Contains("role: Analyst → Lead", page);
        Assert.Contains("display name: ana → Ana H.", page);
    }

    [Fact]
    public async Task No_secret_gets_into_the_audit()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var hers = await console.BrowserOfAsync("ana");
        using var password = await hers.PostAsync("/account/password", Browsing.Form(("current", TestPeople.Password), ("password", "eight yellow kettles whistle")));
        using var token = await hers.PostAsync("/account/tokens", Browsing.Form(("name", "x"), ("scopes", "read"), ("days", "7")));
        var all = string.Join('\n', (await console.AuditAsync()).Select(entry => entry.Before + entry.After));
        Assert.DoesNotContain("kettles", all);
        Assert.DoesNotContain("umbrellas", all);
        Assert.DoesNotContain("toc_", all);
    }

    [Fact]
    public async Task The_audit_list_filters_pages_and_exports()
    {
        await using var console = await RunningConsole.StartAsync();
        var audit = console.Services.GetRequiredService<AuditLog>();
        for (var i = 0; i < 250; i++) await audit.RecordAsync(Actor.System, "signal.decided", $"signal:N-{i:D4}", null, new { Text = "=1+1, \"x\"" });
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        var first = await admin.ReadAsync("/settings/audit?verb=signal.");
        Assert.Contains("N-0249", first);
        Assert.DoesNotContain("N-0149", first);
        Assert.DoesNotContain("session.started", first);
        var next = System.Text.RegularExpressions.Regex.Match(first, "/settings/audit/rows\\?verb=signal\\.&before=[0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var rows = await admin.ReadAsync(next);
        Assert.StartsWith("<tr", rows.TrimStart());
        Assert.Contains("N-0149", rows);
        Assert.Contains("N-0007", await admin.ReadAsync("/settings/audit?subject=signal:N-0007"));
        Assert.Contains("Nothing matches", await admin.ReadAsync("/settings/audit?from=2001-01-01&until=2001-01-02"));
        var csv = (await admin.GetStringAsync("/settings/audit.csv?verb=signal.")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(251, csv.Length);
        Assert.Contains(",system,", csv[1]);
        Assert.Contains("\"\"", csv[1]);
    }

    [Fact]
    public async Task The_workspace_page_says_what_runs_and_whom_it_trusts()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync(options => options with { SsoProxy = "10.1.2.3", SsoRoleHeader = "X-Role", Hosts = ["console.example.org"] });
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        var page = await admin.ReadAsync("/settings/workspace");
        foreach (var fact in new[] { console.Workspace, "10.1.2.3", "X-Forwarded-User", "X-Role", "console.example.org", "SQLite in the folder", "from this machine only" }) Assert.Contains(fact, page);
    }

    private static async Task<string?> DoAsync(RunningConsole console, Func<PeopleDesk, Task<string?>> act)
    {
        await using var scope = console.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PeopleDesk>());
    }
}
