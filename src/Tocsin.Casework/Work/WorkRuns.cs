using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>Keeps what was asked for, by whom, and what became of it: what a restart would else forget.</summary>
public sealed class WorkRuns(CaseworkDatabase database)
{
    private const int LongestTitle = 500;
    private const int LongestReason = 2000;

    /// <summary>Notes that somebody asked for it.</summary>
    /// <param name="request">What exactly, as JSON.</param>
    public Task<WorkRun> AskAsync(Actor actor, WorkKind kind, string workspace, string title, string request, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor, $"{Name(kind)}.asked {workspace}", async write =>
        {
            var run = new WorkRun
            {
                Kind = kind,
                Workspace = workspace,
                Title = Given.Cut(title, LongestTitle),
                Request = request,
                ById = actor.Id,
                ByName = actor.Name,
                Asked = write.Now,
            };
            write.Context.WorkRuns.Add(run);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record($"{Name(kind)}.asked", Subject(run), null, new { run.Title });
            return run;
        }, cancel);

    public Task StartAsync(WorkRun run, CancellationToken cancel = default) =>
        ChangeAsync(Actor.System, "started", run, (now, kept) => (kept.State, kept.Started) = (WorkState.Running, now), null, cancel);

    /// <summary>Notes that it is done.</summary>
    /// <param name="result">What came out, as JSON.</param>
    /// <param name="brief">The same in small, for the audit.</param>
    public Task FinishAsync(WorkRun run, string result, object brief, CancellationToken cancel = default) =>
        ChangeAsync(Actor.System, "finished", run, (now, kept) => (kept.State, kept.Ended, kept.Result) = (WorkState.Done, now, result), brief, cancel);

    public Task FailAsync(WorkRun run, Problem problem, CancellationToken cancel = default) =>
        ChangeAsync(Actor.System, "failed", run, (now, kept) =>
        {
            (kept.State, kept.Ended) = (WorkState.Failed, now);
            (kept.What, kept.Where, kept.Hint) = (Given.Cut(problem.What, LongestReason), Given.Cut(problem.Where, LongestReason), Given.Cut(problem.Hint, LongestReason));
        }, new { problem.What }, cancel);

    /// <summary>Notes that somebody stopped it.</summary>
    public Task CancelAsync(Actor actor, WorkRun run, CancellationToken cancel = default) =>
        ChangeAsync(actor, "cancelled", run, (now, kept) => (kept.State, kept.Ended) = (WorkState.Cancelled, now), null, cancel);

    /// <summary>Notes of one run that the program ended before it did.</summary>
    public Task InterruptAsync(WorkRun run, CancellationToken cancel = default) =>
        ChangeAsync(Actor.System, "interrupted", run, (now, kept) => (kept.State, kept.Ended) = (WorkState.Interrupted, now), null, cancel);

    /// <summary>Notes of what had not ended when the program last did: it never will. Called before any work begins.</summary>
    /// <returns>How many runs that were.</returns>
    public Task<int> InterruptAllAsync(string workspace, CancellationToken cancel = default) => database.Writer.WriteAsync(Actor.System, "work.interrupted", async write =>
    {
        var left = await write.Context.WorkRuns
            .Where(r => r.Workspace == workspace && (r.State == WorkState.Waiting || r.State == WorkState.Running)).OrderBy(r => r.Id).ToListAsync(cancel);
        foreach (var run in left)
        {
            (run.State, run.Ended) = (WorkState.Interrupted, write.Now);
            write.Record($"{Name(run.Kind)}.interrupted", Subject(run), null, null);
        }
        return left.Count;
    }, cancel);

    /// <summary>Runs over a workspace, the newest first.</summary>
    /// <param name="kind">Null for all kinds.</param>
    /// <param name="before">Only those with a smaller id; the last of a page leads to the next.</param>
    public async Task<IReadOnlyList<WorkRun>> ListAsync(string workspace, WorkKind? kind = null, long? before = null, int limit = 50, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.WorkRuns.AsNoTracking()
            .Where(r => r.Workspace == workspace && (kind == null || r.Kind == kind) && (before == null || r.Id < before))
            .OrderByDescending(r => r.Id).Take(limit).ToListAsync(cancel);
    }

    /// <summary>One run; null when there is none by that id.</summary>
    public async Task<WorkRun?> FindAsync(long id, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.WorkRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
    }

    /// <summary>The last run of a kind that was done; null when there is none.</summary>
    public async Task<WorkRun?> LastDoneAsync(string workspace, WorkKind kind, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.WorkRuns.AsNoTracking().Where(r => r.Workspace == workspace && r.Kind == kind && r.State == WorkState.Done)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
    }

    private Task<long> ChangeAsync(Actor actor, string what, WorkRun run, Action<DateTimeOffset, WorkRun> change, object? brief, CancellationToken cancel) =>
        database.Writer.WriteAsync(actor, $"{Name(run.Kind)}.{what} {Subject(run)}", async write =>
        {
            var kept = await write.Context.WorkRuns.SingleOrDefaultAsync(r => r.Id == run.Id, cancel) ?? throw new MissingException(Subject(run));
            change(write.Now, kept);
            write.Record($"{Name(run.Kind)}.{what}", Subject(run), null, brief ?? new { run.Title });
            return kept.Id;
        }, cancel);

    private static string Name(WorkKind kind) => kind.ToString().ToLowerInvariant();

    private static string Subject(WorkRun run) => $"{Name(run.Kind)}:{run.Id}";
}
