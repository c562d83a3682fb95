using Tocsin.Casework;
using Tocsin.Console.Work;

namespace Tocsin.Console.Tests.Work;

/// <summary>Work that stops halfway until it is told to go on, or stopped.</summary>
internal sealed class SteppedWork(string word, WorkKind kind = WorkKind.Scan) : IWork, IDisposable
{
    private readonly SemaphoreSlim _go = new(0);

    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WorkKind Kind => kind;

    public string Title => word;

    public object Request => new { Word = word };

    public void Go() => _go.Release();

    public WorkOutcome Run(IProgress<WorkStep> progress, CancellationToken cancel)
    {
        progress.Report(new("halfway", 0.5));
        Begun.TrySetResult();
        _go.Wait(cancel);
        return new(new { Word = word }, new { });
    }

    public void Dispose() => _go.Dispose();
}
