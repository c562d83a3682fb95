using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Casework;
using Tocsin.Console.Work;
using Tocsin.Core;

namespace Tocsin.Console.Tests.Work;

public sealed class WorkQueueTests : IAsyncLifetime
{
    private static readonly Actor Ana = new("ana", "Ana", ActorKind.Person);
    private static readonly Actor Ben = new("ben", "Ben", ActorKind.Person);

    private readonly TemporaryFolder _folder = new();
    private readonly CaseworkDatabase _casework;
    private readonly WorkRuns _runs;
    private WorkQueue _queue;

    public WorkQueueTests()
    {
        _casework = CaseworkDatabase.Open(new() { Workspace = _folder.Path });
        _runs = new(_casework);
        _queue = NewQueue();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _queue.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _queue.StopAsync(CancellationToken.None);
        _queue.Dispose();
        _casework.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Jobs_run_one_at_a_time_in_the_order_in_which_they_were_asked_for()
    {
        using var first = new SteppedWork("first");
        using var second = new SteppedWork("second");
        var a = await _queue.AskAsync(Ana, first, Cancel);
        var b = await _queue.AskAsync(Ben, second, Cancel);

        await first.Begun.Task;
        Assert.Equal(("halfway", 0.5), (_queue.Find(a.Id)!.Step!.Stage, _queue.Find(a.Id)!.Step!.Done));
        Assert.False(_queue.Find(b.Id)!.IsRunning);
        Assert.Equal(WorkState.Running, (await _runs.FindAsync(a.Id, Cancel))!.State);
        first.Go();
        await second.Begun.Task;
        second.Go();

        var done = await EndedAsync(b.Id);
        Assert.Equal((WorkState.Done, "second", "Ben"), (done.State, done.Title, done.ByName));
        Assert.Equal("""{"word":"second"}""", done.Result);
        Assert.True((await _runs.FindAsync(a.Id, Cancel))!.Ended <= done.Started);
    }

    [Fact]
    public async Task Who_stops_a_running_job_is_written_down_and_the_next_one_runs()
    {
        using var work = new SteppedWork("long");
        using var next = new SteppedWork("next");
        var run = await _queue.AskAsync(Ana, work, Cancel);
        var following = await _queue.AskAsync(Ana, next, Cancel);
        await work.Begun.Task;

        Assert.True(_queue.Cancel(Ben, run.Id));

        Assert.Equal(WorkState.Cancelled, (await EndedAsync(run.Id)).State);
        await next.Begun.Task;
        next.Go();
        Assert.Equal(WorkState.Done, (await EndedAsync(following.Id)).State);
        Assert.Equal("Ben", Assert.Single(await AuditAsync("scan.cancelled")).ActorName);
        Assert.False(_queue.Cancel(Ben, run.Id));
    }

    [Fact]
    public async Task A_waiting_job_that_is_stopped_never_runs()
    {
        using var work = new SteppedWork("long");
        using var waiting = new SteppedWork("waiting");
        await _queue.AskAsync(Ana, work, Cancel);
        var run = await _queue.AskAsync(Ana, waiting, Cancel);
        await work.Begun.Task;

        Assert.True(_queue.Cancel(Ana, run.Id));
        work.Go();

        Assert.Equal(WorkState.Cancelled, (await EndedAsync(run.Id)).State);
        Assert.False(waiting.Begun.Task.IsCompleted);
    }

    [Fact]
    public async Task A_failure_is_kept_in_three_parts()
    {
        var run = await _queue.AskAsync(Ana, new FailingWork(new Problem("it is red", "the lamp", "paint it")), Cancel);
        var defect = await _queue.AskAsync(Ana, new FailingWork(new InvalidOperationException("oops")), Cancel);

        var failed = await EndedAsync(run.Id);
        Assert.Equal((WorkState.Failed, "it is red", "the lamp", "paint it"), (failed.State, failed.What, failed.Where, failed.Hint));
        Assert.Contains("defect", (await EndedAsync(defect.Id)).Hint);
    }

    [Fact]
    public async Task What_the_program_left_undone_is_shown_as_interrupted_after_a_restart()
    {
        using var work = new SteppedWork("long");
        using var waiting = new SteppedWork("waiting");
        var run = await _queue.AskAsync(Ana, work, Cancel);
        var behind = await _queue.AskAsync(Ana, waiting, Cancel);
        await work.Begun.Task;
        await _queue.StopAsync(Cancel);
        _queue.Dispose();

        _queue = NewQueue();
        await _queue.StartAsync(Cancel);

        Assert.Equal(WorkState.Interrupted, (await EndedAsync(run.Id)).State);
        Assert.Equal(WorkState.Interrupted, (await EndedAsync(behind.Id)).State);
        Assert.Equal(2, (await AuditAsync("scan.interrupted")).Count);
        Assert.Empty(_queue.Open);
    }

    [Fact]
    public async Task The_same_request_sent_twice_is_one_job()
    {
        using var work = new SteppedWork("once");
        var actor = Ana with { IdempotencyKey = "k1" };
        var first = await _queue.AskAsync(actor, work, Cancel);
        var second = await _queue.AskAsync(actor, new FailingWork(new InvalidOperationException()), Cancel);
        work.Go();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(WorkState.Done, (await EndedAsync(first.Id)).State);
        Assert.Single(await _runs.ListAsync(_folder.Path, cancel: Cancel));
    }

    [Fact]
    public async Task Too_many_waiting_jobs_are_refused()
    {
        using var work = new SteppedWork("long");
        await _queue.AskAsync(Ana, work, Cancel);
        await work.Begun.Task;
        for (var i = 0; i < 20; i++) await _queue.AskAsync(Ana, new FailingWork(new InvalidOperationException()), Cancel);

        await Assert.ThrowsAsync<Problem>(() => _queue.AskAsync(Ana, new FailingWork(new InvalidOperationException()), Cancel));
    }

    private WorkQueue NewQueue() => new(_runs, new ConsoleOptions { Workspace = _folder.Path }, TimeProvider.System, NullLogger<WorkQueue>.Instance);

    private async Task<WorkRun> EndedAsync(long id)
    {
        while (true)
        {
            if (await _runs.FindAsync(id, Cancel) is { Ended: not null } run && _queue.Find(id) is null) return run;
            await Task.Delay(10, Cancel);
        }
    }

    private Task<IReadOnlyList<AuditEntry>> AuditAsync(string verb) => new AuditLog(_casework).ListAsync(new() { Verb = verb }, cancel: Cancel);

    private sealed class FailingWork(Exception error) : IWork
    {
        public WorkKind Kind => WorkKind.Scan;

        public string Title => "failing";

        public object Request => new { };

        public WorkOutcome Run(IProgress<WorkStep> progress, CancellationToken cancel) => throw error;
    }
}
