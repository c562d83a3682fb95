using Tocsin.Core;

namespace Tocsin.Casework.Tests.Work;

public sealed class WorkRunsTests(PostgreSqlServer server)
{
    private const string Here = "/data/one";

    [Theory, OnBoth]
    public async Task A_run_is_kept_from_asking_to_its_end_and_every_step_is_in_the_audit(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, runs) = (await desk.PersonAsync("ana"), new WorkRuns(desk.Database));

        var run = await runs.AskAsync(ana, WorkKind.Scan, Here, "all events", "{}");
        Assert.Equal(WorkState.Waiting, (await runs.FindAsync(run.Id))!.State);
        await runs.StartAsync(run);
        await runs.FinishAsync(run, """{"new":3}""", new { New = 3 });

        var kept = (await runs.FindAsync(run.Id))!;
        Assert.Equal((WorkState.Done, """{"new":3}""", ana.Id, desk.Clock.Now), (kept.State, kept.Result, kept.ById, kept.Ended));
        Assert.Equal(["scan.finished", "scan.started", "scan.asked"], (await desk.Audit.ListAsync(new() { Subject = $"scan:{run.Id}" })).Select(entry => entry.Verb));
        Assert.Equal(run.Id, (await runs.LastDoneAsync(Here, WorkKind.Scan))!.Id);
    }

    [Theory, OnBoth]
    public async Task A_failure_keeps_what_where_and_hint(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var runs = new WorkRuns(desk.Database);
        var run = await runs.AskAsync(Actor.System, WorkKind.Import, Here, "posts.csv", "{}");

        await runs.FailAsync(run, new Problem("no format fits", "posts.csv", "say which field is what"));

        var kept = (await runs.FindAsync(run.Id))!;
        Assert.Equal((WorkState.Failed, "no format fits", "posts.csv", "say which field is what"), (kept.State, kept.What, kept.Where, kept.Hint));
        Assert.Null(await runs.LastDoneAsync(Here, WorkKind.Import));
    }

    [Theory, OnBoth]
    public async Task After_a_restart_what_was_open_here_is_interrupted_and_nothing_elsewhere(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var runs = new WorkRuns(desk.Database);
        var (done, running, waiting, elsewhere) = (
            await runs.AskAsync(Actor.System, WorkKind.Scan, Here, "a", "{}"), await runs.AskAsync(Actor.System, WorkKind.Scan, Here, "b", "{}"),
            await runs.AskAsync(Actor.System, WorkKind.Import, Here, "c", "{}"), await runs.AskAsync(Actor.System, WorkKind.Scan, "/data/two", "d", "{}"));
        await runs.FinishAsync(done, "{}", new { });
        await runs.StartAsync(running);

        Assert.Equal(2, await runs.InterruptAllAsync(Here));

        Assert.Equal(
            [WorkState.Interrupted, WorkState.Interrupted, WorkState.Done],
            (await runs.ListAsync(Here)).Select(run => run.State));
        Assert.Equal(WorkState.Waiting, (await runs.FindAsync(elsewhere.Id))!.State);
        Assert.Equal([waiting.Id], (await runs.ListAsync(Here, WorkKind.Import)).Select(run => run.Id));
        Assert.Equal([done.Id], (await runs.ListAsync(Here, before: running.Id)).Select(run => run.Id));
        Assert.Equal(0, await runs.InterruptAllAsync(Here));
    }
}
