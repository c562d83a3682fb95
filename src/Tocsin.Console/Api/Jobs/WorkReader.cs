using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Work;

namespace Tocsin.Console.Api.Jobs;

/// <summary>Background work as the API shows it: what is kept, with how far it is.</summary>
internal sealed class WorkReader(WorkRuns runs, WorkQueue queue)
{
    public async Task<Listed<WorkView<T>>> ListAsync<T>(WorkKind kind, string? cursor, int? limit, CancellationToken cancel)
        where T : class
    {
        var read = await runs.ListAsync(queue.Workspace, kind, Cursors.Id(cursor), Listed.Take(limit), cancel);
        return Listed.ById(read, limit, run => run.Id, run => WorkView<T>.Of(run, queue.Find(run.Id)));
    }

    /// <summary>One of them.</summary>
    /// <exception cref="MissingException">There is none of that kind.</exception>
    public async Task<WorkView<T>> FindAsync<T>(WorkKind kind, long id, CancellationToken cancel)
        where T : class =>
        await runs.FindAsync(id, cancel) is { } run && run.Kind == kind && run.Workspace == queue.Workspace
            ? WorkView<T>.Of(run, queue.Find(id))
            : throw new MissingException($"{kind.ToString().ToLowerInvariant()}:{id}");

    /// <summary>Asks it to stop.</summary>
    /// <exception cref="RefusedException">It has ended.</exception>
    public async Task<WorkView<T>> StopAsync<T>(Actor actor, WorkKind kind, long id, CancellationToken cancel)
        where T : class
    {
        var view = await FindAsync<T>(kind, id, cancel);
        return queue.Cancel(actor, id)
            ? view
            : throw new RefusedException(409, $"it has ended already ({Choices.Word(view.State)})", $"{kind.ToString().ToLowerInvariant()}:{id}", "there is nothing to stop");
    }
}
