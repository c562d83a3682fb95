using System.Reflection;
using System.Text.Json;

namespace Tocsin.Casework.Tests.Audit;

public sealed class AuditTests(PostgreSqlServer server)
{
    private static readonly Type[] Writers =
    [
        typeof(SignalStore), typeof(Triage), typeof(Hunts), typeof(Notifications), typeof(Settings), typeof(AuditLog),
        typeof(Sessions), typeof(Invites), typeof(SetupLinks), typeof(ApiTokens),
    ];

    /// <summary>What only reads, or notes what no one decided: when a session, token or page was last used.</summary>
    private static readonly string[] Unaudited =
    [
        "SignalStore.LoadSignals", "SignalStore.Find", "SignalStore.Count", "Triage.LabelsOfAsync", "Triage.TagsOfAsync", "Hunts.ListAsync", "Hunts.FindAsync",
        "Notifications.ListAsync", "Notifications.CountUnreadAsync", "Settings.GetAsync", "Settings.GetOwnAsync", "AuditLog.ListAsync", "AuditLog.SinceAsync",
        "AuditLog.LastIdAsync", "Sessions.ListAsync", "Sessions.TouchAsync", "Invites.FindAsync", "Invites.ListAsync", "SetupLinks.FindAsync", "ApiTokens.ListAsync", "ApiTokens.UseAsync",
    ];

    [Theory, OnBoth]
    public async Task Every_public_method_that_writes_leaves_an_audit_entry(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var writes = await WritesAsync(desk);
        var methods = Writers.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName).Select(method => $"{type.Name}.{method.Name}")).Distinct();
        Assert.Equal(methods.Except(Unaudited).Order(StringComparer.Ordinal), writes.Select(w => w.Method).Distinct().Order(StringComparer.Ordinal));
        foreach (var (method, write) in writes)
        {
            var before = await desk.Audit.LastIdAsync();
            await write();
            Assert.True(await desk.Audit.LastIdAsync() > before, $"{method} left no audit entry");
        }
    }

    [Theory, OnBoth]
    public async Task No_secret_gets_into_the_audit(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var ana = await desk.PersonAsync("ana") with { IdempotencyKey = "k" };
        string[] secrets =
        [
            (await new ApiTokens(desk.Database).CreateAsync(ana, "script", ["read"], null)).Secret,
            (await new Invites(desk.Database).CreateAsync(ana, Roles.Lead, "for ben", TimeSpan.FromDays(1))).Secret,
            (await new SetupLinks(desk.Database).CreateAsync("first-run", null, TimeSpan.FromDays(1))).Secret,
            (await new Sessions(desk.Database).StartAsync(ana, "password", TimeSpan.FromDays(1), null, null)).Id,
        ];
        await using var context = desk.Database.Connect();
        var kept = JsonSerializer.Serialize(new object[] { context.Audit.ToList(), context.Answers.ToList(), context.ApiTokens.ToList(), context.Invites.ToList(), context.SetupLinks.ToList() });
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, kept));
    }

    [Theory, OnBoth]
    public async Task Entries_are_listed_newest_first_narrowed_and_paged(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        for (var i = 0; i < 5; i++)
        {
            await desk.Audit.RecordAsync(i % 2 == 0 ? ana : ben, i < 3 ? "import.started" : "scan.started", $"thing:{i}", new { Was = i }, new { Is = i + 1 });
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }
        async Task<string> ListAsync(AuditFilter filter, long? before = null, int limit = 100) =>
            string.Join(' ', (await desk.Audit.ListAsync(filter, before, limit)).Select(e => e.Subject[6..]));

        Assert.Equal("4 3 2 1 0", await ListAsync(new(), limit: 5));
        Assert.Equal("4 2 0", await ListAsync(new() { ActorId = ana.Id }));
        Assert.Equal("2 1 0", await ListAsync(new() { Verb = "import." }));
        Assert.Equal("3", await ListAsync(new() { Subject = "thing:3" }));
        Assert.Equal("3 2", await ListAsync(new() { From = desk.Clock.Now.AddHours(-3), Until = desk.Clock.Now.AddHours(-1) }));
        var page = await desk.Audit.ListAsync(new(), limit: 2);
        Assert.Equal("2 1", await ListAsync(new(), page[^1].Id, 2));
        Assert.Equal(("""{"was":4}""", """{"is":5}""", ActorKind.Person), (page[0].Before, page[0].After, page[0].ActorKind));
        Assert.Equal(["thing:3", "thing:4"], (await desk.Audit.SinceAsync(page[1].Id - 1)).Select(e => e.Subject));
    }

    [Theory, OnBoth]
    public async Task Writes_are_announced_once_they_took_effect(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var before = await desk.Audit.LastIdAsync();
        var announced = new List<AuditEntry>();
        desk.Database.Written += (_, written) => announced.AddRange(written.Entries);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await desk.Triage.CommentAsync(Actor.System, "N-1", "So.");
        await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.WakeAsync(Actor.System, "N-1", 7));
        Assert.Equal((await desk.Audit.SinceAsync(before)).Select(e => (e.Id, e.Verb)), announced.Select(e => (e.Id, e.Verb)));
    }

    private static async Task<List<(string Method, Func<Task> Write)>> WritesAsync(Desk desk)
    {
        var ana = await desk.PersonAsync("ana");
        var (triage, hunts, notifications, settings) = (desk.Triage, new Hunts(desk.Database), new Notifications(desk.Database), new Settings(desk.Database));
        var (sessions, invites, links, tokens) = (new Sessions(desk.Database), new Invites(desk.Database), new SetupLinks(desk.Database), new ApiTokens(desk.Database));
        var (signal, draft, day) = (Subject.Signal("N-1"), new HuntDraft("h", HuntMode.Sql, "SELECT 1"), TimeSpan.FromDays(1));
        async Task<int> Version() => (await desk.Queue.StateAsync("N-1"))!.Version;
        Label? label = null;
        Tag? tag = null;
        Hunt? hunt = null;
        Issued<Invite>? invite = null;
        Issued<SetupLink>? link = null;
        return
        [
            ("SignalStore.SaveScan", () => Task.Run(() => desk.Store.SaveScan([Some.Network("N-1")]))),
            ("SignalStore.TakeOver", () => Task.Run(() => desk.Store.TakeOver([Some.Network("N-2")]))),
            ("Triage.HoldAsync", () => triage.HoldAsync(ana, "N-1")),
            ("Triage.ReleaseAsync", () => triage.ReleaseAsync(ana, "N-1")),
            ("Triage.AssignAsync", async () => await triage.AssignAsync(ana, "N-1", await Version(), ana.Id)),
            ("Triage.SnoozeAsync", async () => await triage.SnoozeAsync(ana, "N-1", await Version(), null, true)),
            ("Triage.WakeAsync", async () => await triage.WakeAsync(ana, "N-1", await Version())),
            ("Triage.WakeDueAsync", async () =>
            {
                await triage.SnoozeAsync(ana, "N-2", 1, desk.Clock.Now.AddHours(1));
                desk.Clock.Advance(TimeSpan.FromHours(2));
                Assert.Equal(1, await triage.WakeDueAsync());
            }),
            ("Triage.DecideAsync", async () => await triage.DecideAsync(ana, "N-1", await Version(), DispositionKind.TruePositive, "r")),
            ("Triage.UndoAsync", async () => await triage.UndoAsync(ana, (await desk.Queue.StateAsync("N-1"))!.DispositionId!.Value)),
            ("Triage.CommentAsync", () => triage.CommentAsync(ana, "N-1", "t")),
            ("Triage.AddLabelAsync", async () => label = await triage.AddLabelAsync(ana, signal, "l", "r")),
            ("Triage.RemoveLabelAsync", () => triage.RemoveLabelAsync(ana, label!.Id)),
            ("Triage.AddTagAsync", async () => tag = await triage.AddTagAsync(ana, signal, "t")),
            ("Triage.RemoveTagAsync", () => triage.RemoveTagAsync(ana, tag!.Id)),
            ("Triage.IncludeMembersAsync", async () => await triage.IncludeMembersAsync(ana, "N-1", await Version(), [1], "r")),
            ("Triage.ExcludeMembersAsync", async () => await triage.ExcludeMembersAsync(ana, "N-1", await Version(), [1], "r")),
            ("Triage.ForgetMembersAsync", async () => await triage.ForgetMembersAsync(ana, "N-1", await Version(), [1])),
            ("Hunts.SaveAsync", async () => hunt = await hunts.SaveAsync(ana, draft)),
            ("Hunts.ChangeAsync", () => hunts.ChangeAsync(ana, hunt!.Id, 1, draft)),
            ("Hunts.DeleteAsync", () => hunts.DeleteAsync(ana, hunt!.Id)),
            ("Notifications.SendAsync", () => notifications.SendAsync(Actor.System, [ana.Id], "k", "s:1", "t")),
            ("Notifications.MarkReadAsync", async () => await notifications.MarkReadAsync(ana, (await notifications.ListAsync(ana.Id))[0].Id)),
            ("Notifications.MarkAllReadAsync", async () =>
            {
                await notifications.SendAsync(Actor.System, [ana.Id], "k", "s:1", "t");
                await notifications.MarkAllReadAsync(ana, long.MaxValue);
            }),
            ("Settings.SetAsync", () => settings.SetAsync(ana, "k", 1)),
            ("Settings.SetOwnAsync", () => settings.SetOwnAsync(ana, "k", 1)),
            ("AuditLog.RecordAsync", () => desk.Audit.RecordAsync(ana, "v", "s")),
            ("Sessions.StartAsync", () => sessions.StartAsync(ana, "password", day, null, null)),
            ("Sessions.EndAsync", async () => await sessions.EndAsync(ana, ana.Id, (await sessions.ListAsync(ana.Id))[0].Id)),
            ("Sessions.EndAllAsync", async () =>
            {
                await sessions.StartAsync(ana, "password", day, null, null);
                await sessions.EndAllAsync(ana, ana.Id);
            }),
            ("Invites.CreateAsync", async () => invite = await invites.CreateAsync(ana, Roles.Lead, "n", day)),
            ("Invites.UseAsync", () => invites.UseAsync(ana, invite!.Secret)),
            ("Invites.RevokeAsync", () => invites.RevokeAsync(ana, invite!.Item.Id)),
            ("SetupLinks.CreateAsync", async () => link = await links.CreateAsync("first-run", null, day)),
            ("SetupLinks.UseAsync", () => links.UseAsync(link!.Secret)),
            ("ApiTokens.CreateAsync", () => tokens.CreateAsync(ana, "n", ["read"], day)),
            ("ApiTokens.RevokeAsync", async () => await tokens.RevokeAsync(ana, null, (await tokens.ListAsync(null))[0].Id)),
            ("SignalStore.Clear", () => Task.Run(desk.Store.Clear)),
        ];
    }
}
