using Tocsin.Core;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class IdempotencyTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task The_same_request_twice_is_done_once_and_answered_alike(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var ana = await desk.PersonAsync("ana") with { IdempotencyKey = "key-1" };
        var first = await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.TruePositive, "It is.");
        var audit = await desk.Audit.LastIdAsync();
        await desk.Triage.CommentAsync(Actor.System, "N-1", "Meanwhile.");

        var second = await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.TruePositive, "It is.");

        Assert.Equivalent(first, second, strict: true);
        Assert.Equal(audit + 1, await desk.Audit.LastIdAsync());
        Assert.Single((await desk.Queue.FindAsync("N-1"))!.Dispositions);
        Assert.Equal("key-1", (await desk.Audit.ListAsync(new() { ActorId = ana.Id })).Single().IdempotencyKey);
    }

    [Theory, OnBoth]
    public async Task Another_actor_or_another_thing_by_the_same_key_is_another_request(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var (ana, ben) = (await desk.PersonAsync("ana") with { IdempotencyKey = "k" }, await desk.PersonAsync("ben") with { IdempotencyKey = "k" });
        await desk.Triage.CommentAsync(ana, "N-1", "One.");
        await desk.Triage.CommentAsync(ben, "N-1", "Two.");
        await desk.Triage.CommentAsync(ana, "N-2", "Three.");
        await desk.Triage.HoldAsync(ana, "N-1");
        Assert.Equal((2, ana.Id), ((await desk.Queue.StateAsync("N-1"))!.Comments, (await desk.Queue.StateAsync("N-1"))!.HeldBy));
        Assert.Equal(1, (await desk.Queue.StateAsync("N-2"))!.Comments);
    }

    [Theory, OnBoth]
    public async Task What_failed_may_be_tried_again_by_the_same_key(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var ana = await desk.PersonAsync("ana") with { IdempotencyKey = "k" };
        await Assert.ThrowsAsync<ConflictException>(() => desk.Triage.DecideAsync(ana, "N-1", 7, DispositionKind.TruePositive, "It is."));
        Assert.Equal(SignalStatus.Decided, (await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.TruePositive, "It is.")).State);
    }

    [Theory, OnBoth]
    public async Task Twenty_of_the_same_at_once_are_done_once(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var ana = await desk.PersonAsync("ana") with { IdempotencyKey = "k" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => desk.Triage.CommentAsync(ana, "N-1", "Once."))));
        Assert.All(answers, answer => Assert.Equal((2, 1), (answer.Version, answer.Comments)));
        Assert.Single((await desk.Queue.FindAsync("N-1"))!.Comments);
    }

    [Theory, OnBoth]
    public async Task Keys_are_remembered_for_a_week_and_have_an_end(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await desk.Triage.CommentAsync(Actor.System with { IdempotencyKey = "old" }, "N-1", "One.");
        desk.Clock.Advance(TimeSpan.FromDays(8));
        await desk.Triage.CommentAsync(Actor.System with { IdempotencyKey = "new" }, "N-1", "Two.");
        await desk.Triage.CommentAsync(Actor.System with { IdempotencyKey = "old" }, "N-1", "Three.");
        Assert.Equal(3, (await desk.Queue.StateAsync("N-1"))!.Comments);
        await Assert.ThrowsAsync<Problem>(() => desk.Triage.CommentAsync(Actor.System with { IdempotencyKey = new string('k', 201) }, "N-1", "Four."));
    }
}
