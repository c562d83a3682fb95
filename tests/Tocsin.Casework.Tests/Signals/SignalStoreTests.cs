using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Casework.Tests.Signals;

public sealed class SignalStoreTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task A_signal_comes_back_whole(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var signal = Some.Network("N-1") with { Claim = "3 accounts \"act\" as one 🔔", Figures = new Dictionary<string, double> { ["density"] = 0.25 }, Active = false };
        desk.Store.SaveScan([signal]);
        Assert.Equal(JsonSerializer.Serialize(signal), JsonSerializer.Serialize(Assert.Single(desk.Store.LoadSignals())));
        Assert.Equal(JsonSerializer.Serialize(signal), JsonSerializer.Serialize(desk.Store.Find("N-1")));
        Assert.Null(desk.Store.Find("N-2"));
    }

    [Theory, OnBoth]
    public async Task Signals_come_best_first(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1", 10), Some.Network("N-2", 90), Some.Network("N-3", 10)]);
        Assert.Equal(["N-2", "N-1", "N-3"], desk.Store.LoadSignals().Select(s => s.Id));
    }

    [Theory, OnBoth]
    public async Task A_scan_changes_what_it_found_keeps_what_people_did_and_leaves_a_trace(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var ana = await desk.PersonAsync("ana");
        desk.Store.SaveScan([Some.Network("N-1", 10), Some.Network("N-2", 20)]);
        await desk.Triage.AssignAsync(ana, "N-1", 1, ana.Id);
        desk.Store.SaveScan([Some.Network("N-1", 96, 11, "raised", "grown")]);

        var file = (await desk.Queue.FindAsync("N-1"))!;
        Assert.Equal((96, 11, Severity.Critical, ana.Id, Novelty.Recurring, 3), (file.State.Score, file.State.Accounts, file.State.Severity, file.State.AssigneeId, file.State.Novelty, file.State.Version));
        Assert.Equal([("raised", 10d, 10), ("grown", 96d, 11)], file.History.Select(step => (step.Change, step.Score, step.Accounts)));
        Assert.Equal(["signal.grown", "signal.assigned", "signal.raised"], (await desk.Audit.ListAsync(new() { Subject = "signal:N-1" })).Select(e => e.Verb));
        Assert.Equal(Novelty.New, (await desk.Queue.StateAsync("N-2"))!.Novelty);
    }

    [Theory, OnBoth]
    public async Task A_signal_raised_again_after_it_went_quiet_goes_on_with_its_history(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        desk.Store.SaveScan([Some.Network("N-1", history: ["raised", "quiet"]) with { Active = false }]);
        desk.Store.SaveScan([Some.Network("N-1") with { Raised = Some.Time.AddDays(9), History = [new(Some.Time.AddDays(9), "raised", "First seen with 10 accounts.")] }]);
        var signal = desk.Store.Find("N-1")!;
        Assert.Equal((true, Some.Time), (signal.Active, signal.Raised));
        Assert.Equal(["raised", "quiet", "raised"], signal.History.Select(change => change.What));
    }

    [Theory, OnBoth]
    public async Task Signals_of_an_account_are_found_by_its_key(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var account = Keys.Of("x", "N-2/3");
        Assert.Equal(["N-2"], (await desk.Queue.ListAsync(new() { Account = account, Active = null })).Items.Select(s => s.Id));
        desk.Store.SaveScan([Some.Network("N-2", accounts: 3, history: ["raised", "shrunk"])]);
        Assert.Empty((await desk.Queue.ListAsync(new() { Account = account, Active = null })).Items);
    }

    [Theory, OnBoth]
    public async Task Taking_over_replays_history_once_and_leaves_what_is_known(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-9", 50)]);
        Signal[] history = [Some.Network("N-1", 10), Some.Network("N-2", 20), Some.Network("N-1", 30, 11, "raised", "grown"), Some.Network("N-9", 99)];
        for (var i = 0; i < 2; i++) desk.Store.TakeOver(history);
        Assert.Equal([("N-9", 50d), ("N-1", 30d), ("N-2", 20d)], desk.Store.LoadSignals().Select(s => (s.Id, s.Score)));
        Assert.Equal(["raised", "grown"], (await desk.Queue.FindAsync("N-1"))!.History.Select(step => step.Change));
    }

    [Theory, OnBoth]
    public async Task Clearing_removes_signals_and_what_hangs_on_them_but_no_person_and_no_audit(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        desk.Store.SaveScan([Some.Network("N-1")]);
        await desk.Triage.AssignAsync(ana, "N-1", 1, ben.Id);
        await desk.Triage.DecideAsync(ana, "N-1", 2, DispositionKind.TruePositive, "It is.");
        await desk.Triage.CommentAsync(ana, "N-1", "So.");
        await desk.Triage.AddLabelAsync(ana, Subject.Signal("N-1"), "l", "r");
        await desk.Triage.AddLabelAsync(ana, Subject.Account(1), "kept", "r");
        await desk.Triage.AddTagAsync(ana, Subject.Signal("N-1"), "t");
        new NetworkStore(desk.Database).Save("N-1", new NetworkDocument([1, 2, 3]));
        var audit = await desk.Audit.LastIdAsync();

        desk.Store.Clear();

        await using var context = desk.Database.Connect();
        Assert.Equal(0, await context.Signals.CountAsync() + await context.SignalDocuments.CountAsync() + await context.SignalVersions.CountAsync()
            + await context.SignalMembers.CountAsync() + await context.SignalWords.CountAsync() + await context.Dispositions.CountAsync() + await context.Comments.CountAsync()
            + await context.Tags.CountAsync() + await context.Notifications.CountAsync() + await context.Networks.CountAsync());
        Assert.Equal("kept", (await context.Labels.SingleAsync()).Text);
        Assert.Equal(2, await context.Users.CountAsync());
        Assert.Equal(audit + 1, await context.Audit.CountAsync());
    }

    [Theory, OnBoth]
    public async Task The_graph_of_a_network_is_replaced(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var networks = new NetworkStore(desk.Database);
        Assert.Null(networks.Find("N-1"));
        networks.Save("N-1", new NetworkDocument([1, 2, 3]));
        networks.Save("N-1", new NetworkDocument([4]));
        Assert.Equal<byte>([4], networks.Find("N-1")!.Brotli);
    }
}
