using Tocsin.Core;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class SnoozeTests(PostgreSqlServer server)
{
    private static readonly QueueFilter Open = new() { States = [SignalStatus.Open] };

    [Theory, OnBoth]
    public async Task A_snooze_until_a_time_ends_by_the_clock_alone(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var snoozed = await desk.Triage.SnoozeAsync(Actor.System, "N-1", 1, desk.Clock.Now.AddHours(8));
        Assert.Equal(SignalStatus.Snoozed, snoozed.State);
        Assert.Equal(0, await desk.Queue.CountAsync(Open));

        desk.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await desk.Queue.CountAsync(Open));
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await desk.Queue.CountAsync(Open));
        Assert.Equal("Open", Assert.Single((await desk.Queue.FacetsAsync(new())).States).Value);
        var state = (await desk.Queue.StateAsync("N-1"))!;
        Assert.Equal((SignalStatus.Open, (DateTimeOffset?)null, 2), (state.State, state.SnoozedUntil, state.Version));
    }

    [Theory, OnBoth]
    public async Task Snoozes_that_ran_out_are_written_down_and_told_once(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var ana = await desk.PersonAsync("ana");
        await desk.Triage.SnoozeAsync(ana, "N-1", 1, desk.Clock.Now.AddHours(1));
        await desk.Triage.SnoozeAsync(ana, "N-2", 1, desk.Clock.Now.AddHours(9));
        desk.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await desk.Triage.WakeDueAsync());
        Assert.Equal(0, await desk.Triage.WakeDueAsync());
        Assert.Equal("signal:N-1", Assert.Single(await new Notifications(desk.Database).ListAsync(ana.Id)).Subject);
        Assert.Equal("signal.woken", (await desk.Audit.ListAsync(new() { Subject = "signal:N-1" }))[0].Verb);
    }

    [Theory, OnBoth]
    public async Task A_snooze_until_growth_ends_when_a_scan_finds_it_grown_and_not_before(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var ana = await desk.PersonAsync("ana");
        await desk.Triage.SnoozeAsync(ana, "N-1", 1, null, untilGrown: true);
        desk.Clock.Advance(TimeSpan.FromDays(400));

        desk.Store.SaveScan([Some.Network("N-1", 80, 9, "raised", "shrunk")]);
        Assert.Equal(SignalStatus.Snoozed, (await desk.Queue.StateAsync("N-1"))!.State);
        desk.Store.SaveScan([Some.Network("N-1", 80, 11, "raised", "shrunk", "grown")]);
        Assert.Equal(SignalStatus.Open, (await desk.Queue.StateAsync("N-1"))!.State);
        Assert.Equal("woken", Assert.Single(await new Notifications(desk.Database).ListAsync(ana.Id)).Kind);
    }

    [Theory, OnBoth]
    public async Task Waking_ends_a_snooze_at_once(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await desk.Triage.SnoozeAsync(Actor.System, "N-1", 1, desk.Clock.Now.AddHours(8), untilGrown: true);
        var woken = await desk.Triage.WakeAsync(Actor.System, "N-1", 2);
        Assert.Equal((SignalStatus.Open, false), (woken.State, woken.SnoozedUntilGrown));
    }

    [Theory, OnBoth]
    public async Task A_snooze_needs_an_end_to_come(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await Assert.ThrowsAsync<Problem>(() => desk.Triage.SnoozeAsync(Actor.System, "N-1", 1, null));
        await Assert.ThrowsAsync<Problem>(() => desk.Triage.SnoozeAsync(Actor.System, "N-1", 1, desk.Clock.Now));
    }

    [Theory, OnBoth]
    public async Task A_decided_network_that_grows_by_a_fifth_is_open_again_and_its_decider_is_told(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1", accounts: 10)]);
        var ana = await desk.PersonAsync("ana");
        await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.FalsePositive, "A newsroom.");

        desk.Store.SaveScan([Some.Network("N-1", 80, 11, "raised", "grown")]);
        Assert.Equal(SignalStatus.Decided, (await desk.Queue.StateAsync("N-1"))!.State);
        desk.Store.SaveScan([Some.Network("N-1", 80, 12, "raised", "grown", "grown")]);

        var file = (await desk.Queue.FindAsync("N-1"))!;
        Assert.Equal((SignalStatus.Open, DispositionKind.FalsePositive, Novelty.Recurring), (file.State.State, file.State.LastDisposition, file.State.Novelty));
        Assert.Single(file.Dispositions);
        Assert.Equal("reopened", Assert.Single(await new Notifications(desk.Database).ListAsync(ana.Id)).Kind);
        Assert.Contains((await desk.Audit.ListAsync(new() { Subject = "signal:N-1" })), e => e.Verb == "signal.reopened");

        await desk.Triage.DecideAsync(ana, "N-1", file.State.Version, DispositionKind.FalsePositive, "Still a newsroom.");
        desk.Store.SaveScan([Some.Network("N-1", 80, 14, "raised", "grown", "grown", "grown")]);
        Assert.Equal(SignalStatus.Decided, (await desk.Queue.StateAsync("N-1"))!.State);
    }
}
