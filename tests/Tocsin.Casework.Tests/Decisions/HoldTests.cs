using Tocsin.Core;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class HoldTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Whoever_holds_a_signal_keeps_others_from_judging_it_until_the_hold_runs_out(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        var held = await desk.Triage.HoldAsync(ana, "N-1");
        Assert.Equal((ana.Id, "ana", desk.Clock.Now + Triage.HoldTime), (held.HeldBy, held.HeldByName, held.HeldUntil!.Value));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.DecideAsync(ben, "N-1", held.Version, DispositionKind.TruePositive, "Mine."));
        Assert.Equal((ConflictKind.Held, "ana"), (conflict.Kind, conflict.Current!.HeldByName));
        await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.SnoozeAsync(ben, "N-1", held.Version, null, untilGrown: true));
        await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.HoldAsync(ben, "N-1"));
        await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.ReleaseAsync(ben, "N-1"));

        desk.Clock.Advance(Triage.HoldTime);
        Assert.Null((await desk.Queue.StateAsync("N-1"))!.HeldBy);
        Assert.Equal(SignalStatus.Decided, (await desk.Triage.DecideAsync(ben, "N-1", held.Version, DispositionKind.TruePositive, "Mine.")).State);
    }

    [Theory, OnBoth]
    public async Task Holding_again_renews_and_deciding_ends_the_hold(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var ana = await desk.PersonAsync("ana");
        await desk.Triage.HoldAsync(ana, "N-1");
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        var renewed = await desk.Triage.HoldAsync(ana, "N-1", TimeSpan.FromHours(1));
        Assert.Equal(desk.Clock.Now.AddHours(1), renewed.HeldUntil);
        Assert.Null((await desk.Triage.DecideAsync(ana, "N-1", renewed.Version, DispositionKind.Inconclusive, "Too little.")).HeldBy);
    }

    [Theory, OnBoth]
    public async Task A_hold_can_be_released_by_its_holder_or_by_force(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        await desk.Triage.HoldAsync(ana, "N-1");
        Assert.Null((await desk.Triage.ReleaseAsync(ana, "N-1")).HeldBy);
        await desk.Triage.HoldAsync(ana, "N-1");
        Assert.Null((await desk.Triage.ReleaseAsync(ben, "N-1", force: true)).HeldBy);
    }

    [Theory, OnBoth]
    public async Task Who_is_given_a_signal_is_told_and_must_be_able_to_sign_in(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        var notifications = new Notifications(desk.Database);

        var given = await desk.Triage.AssignAsync(ana, "N-1", 1, ben.Id);
        Assert.Equal((ben.Id, "ben"), (given.AssigneeId, given.AssigneeName));
        var told = Assert.Single(await notifications.ListAsync(ben.Id));
        Assert.Equal(("assigned", "signal:N-1"), (told.Kind, told.Subject));

        await Assert.ThrowsAsync<Problem>(() => desk.Triage.AssignAsync(ana, "N-1", 2, "nobody-by-that-id"));
        Assert.Null((await desk.Triage.AssignAsync(ana, "N-1", 2, null)).AssigneeId);
        await desk.Triage.AssignAsync(ana, "N-1", 3, ana.Id);
        Assert.Empty(await notifications.ListAsync(ana.Id));
    }
}
