using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class ParallelTests(PostgreSqlServer server)
{
    private const int Signals = 6;
    private const int People = 8;

    [Theory, OnBoth]
    public async Task Of_many_who_decide_at_once_one_wins_and_every_other_is_told(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([.. Enumerable.Range(0, Signals).Select(i => Some.Network($"N-{i}"))]);
        var outcomes = await Task.WhenAll(
            from person in Enumerable.Range(0, People)
            from signal in Enumerable.Range(0, Signals)
            select Task.Run(() => TryAsync(() => desk.Triage.DecideAsync(new($"p{person}", $"p{person}", ActorKind.Person), $"N-{signal}", 1, DispositionKind.TruePositive, "Mine."))));

        Assert.Equal(Signals, outcomes.Count(conflict => conflict is null));
        Assert.All(outcomes.OfType<ConflictException>(), conflict => Assert.Equal("signal.decided", Assert.Single(conflict.Changes).Verb));
        await using var context = desk.Database.Connect();
        Assert.Equal(Signals, await context.Dispositions.CountAsync());
        Assert.All(await context.Signals.ToListAsync(), row => Assert.Equal(2, row.Version));
    }

    [Theory, OnBoth]
    public async Task No_write_is_lost_however_many_write_and_read_again_on_conflict(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        const int each = 6;
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            var actor = new Actor($"p{person}", $"p{person}", ActorKind.Person);
            for (var done = 0; done < each;)
            {
                var seen = (await desk.Queue.StateAsync("N-1"))!.Version;
                if (await TryAsync(() => desk.Triage.DecideAsync(actor, "N-1", seen, DispositionKind.Inconclusive, $"{person}/{done}")) is null) done++;
                await desk.Triage.CommentAsync(actor, "N-1", $"{person}");
            }
        })));

        var file = (await desk.Queue.FindAsync("N-1"))!;
        Assert.Equal(People * each, file.Dispositions.Count);
        Assert.Equal(People * each, file.Dispositions.Select(d => d.Reason).Distinct().Count());
        Assert.Equal(file.State.Comments, file.Comments.Count);
        Assert.Equal(1 + file.Dispositions.Count + file.Comments.Count, file.State.Version);
        var entries = (await desk.Audit.ListAsync(new() { Subject = "signal:N-1" }, limit: 10_000)).OrderBy(e => e.Id).ToList();
        Assert.Equal(Enumerable.Range(1, file.State.Version), entries.Select(e => e.Version!.Value));
    }

    [Theory, OnBoth]
    public async Task Audit_ids_become_visible_in_order(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([.. Enumerable.Range(0, Signals).Select(i => Some.Network($"N-{i}"))]);
        var writing = Task.WhenAll(Enumerable.Range(0, Signals).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 15; n++) await desk.Triage.CommentAsync(Actor.System, $"N-{i}", $"{n}");
        })));
        var seen = new List<long>();
        do
        {
            seen.AddRange((await desk.Audit.SinceAsync(seen.LastOrDefault())).Select(e => e.Id));
        }
        while (!writing.IsCompleted);
        await writing;
        seen.AddRange((await desk.Audit.SinceAsync(seen.LastOrDefault())).Select(e => e.Id));
        Assert.Equal((await desk.Audit.ListAsync(new(), limit: 10_000)).Select(e => e.Id).Order(), seen);
    }

    [Fact]
    public async Task A_write_that_does_not_take_its_turn_is_noticed()
    {
        await using var desk = await Desk.OpenAsync(Provider.PostgreSql, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await using var rude = desk.Database.Connect();
        await using (var transaction = await rude.Database.BeginTransactionAsync())
        {
            await rude.Signals.ExecuteUpdateAsync(row => row.SetProperty(s => s.Version, 9));
            var deciding = Task.Run(() => TryAsync(() => desk.Triage.DecideAsync(Actor.System, "N-1", 1, DispositionKind.TruePositive, "It is.")));
            await WaitForLockAsync(desk);
            await transaction.CommitAsync();
            Assert.Equal(9, (await deciding)?.Current!.Version);
        }
        Assert.Empty((await desk.Queue.FindAsync("N-1"))!.Dispositions);
    }

    private static async Task WaitForLockAsync(Desk desk)
    {
        await using var context = desk.Database.Connect();
        while (await context.Database.SqlQueryRaw<int>("""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()""").SingleAsync() == 0)
            await Task.Delay(20);
    }

    private static async Task<ConflictException?> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return null;
        }
        catch (ConflictException conflict)
        {
            return conflict;
        }
    }
}
