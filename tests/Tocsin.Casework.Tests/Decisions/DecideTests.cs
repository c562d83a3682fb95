using Tocsin.Core;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class DecideTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task A_decision_takes_the_signal_out_of_the_open_queue_and_is_kept_with_its_reason(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var ana = await desk.PersonAsync("ana");

        var state = await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.FalsePositive, "  A newsroom. ");

        Assert.Equal((SignalStatus.Decided, DispositionKind.FalsePositive, 2), (state.State, state.LastDisposition, state.Version));
        Assert.Equal(["N-2"], (await desk.Queue.ListAsync(new() { States = [SignalStatus.Open] })).Items.Select(s => s.Id));
        var kept = Assert.Single((await desk.Queue.FindAsync("N-1"))!.Dispositions);
        Assert.Equal(("A newsroom.", ana.Id, "ana", desk.Clock.Now, 10), (kept.Reason, kept.ById, kept.ByName, kept.At, kept.Accounts));
        Assert.Equal(kept.Id, state.DispositionId);
    }

    [Theory, OnBoth]
    public async Task Deciding_on_what_has_changed_is_a_conflict_that_tells_who_did_what_and_changes_nothing(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.TruePositive, "It is one.");
        var audit = await desk.Audit.LastIdAsync();

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.DecideAsync(ben, "N-1", 1, DispositionKind.FalsePositive, "It is none."));

        Assert.Equal(ConflictKind.Changed, conflict.Kind);
        Assert.Equal((2, SignalStatus.Decided), (conflict.Current!.Version, conflict.Current.State));
        var change = Assert.Single(conflict.Changes);
        Assert.Equal(("signal.decided", "ana", 2), (change.Verb, change.ActorName, change.Version));
        Assert.Contains("ana", conflict.Message);
        Assert.Single((await desk.Queue.FindAsync("N-1"))!.Dispositions);
        Assert.Equal(audit, await desk.Audit.LastIdAsync());
    }

    [Theory, OnBoth]
    public async Task A_comment_made_meanwhile_is_something_to_be_told(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        await desk.Triage.CommentAsync(ana, "N-1", "Wait: they are the same newsroom.");
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.DecideAsync(ben, "N-1", 1, DispositionKind.TruePositive, "Sure."));
        Assert.Contains("same newsroom", Assert.Single(conflict.Changes).After);
    }

    [Theory, OnBoth]
    public async Task A_decision_needs_a_reason_and_a_duplicate_its_original(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        Task Decide(DispositionKind kind, string reason, string? of) => desk.Triage.DecideAsync(Actor.System, "N-1", 1, kind, reason, of);

        await Assert.ThrowsAsync<Problem>(() => Decide(DispositionKind.FalsePositive, " \n", null));
        await Assert.ThrowsAsync<Problem>(() => Decide(DispositionKind.FalsePositive, new string('x', 10_001), null));
        await Assert.ThrowsAsync<Problem>(() => Decide(DispositionKind.Duplicate, "Same.", null));
        await Assert.ThrowsAsync<Problem>(() => Decide(DispositionKind.Duplicate, "Same.", "N-1"));
        await Assert.ThrowsAsync<Problem>(() => Decide(DispositionKind.FalsePositive, "Same.", "N-2"));
        await Assert.ThrowsAsync<MissingException>(() => Decide(DispositionKind.Duplicate, "Same.", "N-3"));
        await Assert.ThrowsAsync<MissingException>(() => desk.Triage.DecideAsync(Actor.System, "N-3", 1, DispositionKind.FalsePositive, "Gone."));
        await Decide(DispositionKind.Duplicate, "Same.", "N-2");
        Assert.Equal("N-2", Assert.Single((await desk.Queue.FindAsync("N-1"))!.Dispositions).DuplicateOf);
    }

    [Theory, OnBoth]
    public async Task Undoing_restores_what_stood_before_and_keeps_the_record(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var until = desk.Clock.Now.AddDays(2);
        await desk.Triage.SnoozeAsync(Actor.System, "N-1", 1, until, untilGrown: true);
        var first = await desk.Triage.DecideAsync(Actor.System, "N-1", 2, DispositionKind.TruePositive, "It is.");
        var second = await desk.Triage.DecideAsync(Actor.System, "N-1", 3, DispositionKind.FalsePositive, "It is not.");

        var undone = await desk.Triage.UndoAsync(Actor.System, second.DispositionId!.Value);
        Assert.Equal((SignalStatus.Decided, DispositionKind.TruePositive, first.DispositionId), (undone.State, undone.LastDisposition, undone.DispositionId));

        undone = await desk.Triage.UndoAsync(Actor.System, first.DispositionId!.Value);
        Assert.Equal((SignalStatus.Snoozed, (DispositionKind?)null, (long?)null), (undone.State, undone.LastDisposition, undone.DispositionId));
        Assert.Equal((until, true), (undone.SnoozedUntil!.Value, undone.SnoozedUntilGrown));
        Assert.All((await desk.Queue.FindAsync("N-1"))!.Dispositions, d => Assert.Equal(desk.Clock.Now, d.UndoneAt));
    }

    [Theory, OnBoth]
    public async Task Only_the_newest_decision_can_be_undone_and_only_once(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        var first = await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.TruePositive, "It is.");
        desk.Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await desk.Triage.DecideAsync(ben, "N-1", 2, DispositionKind.FalsePositive, "It is not.");

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.UndoAsync(ana, first.DispositionId!.Value));
        Assert.Equal("ben", Assert.Single(conflict.Changes).ActorName);
        await desk.Triage.UndoAsync(ben, second.DispositionId!.Value);
        await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.UndoAsync(ben, second.DispositionId!.Value));
        await Assert.ThrowsAsync<MissingException>(() => desk.Triage.UndoAsync(ben, 99));
    }
}
