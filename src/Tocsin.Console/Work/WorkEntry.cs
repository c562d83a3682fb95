using Tocsin.Casework;

namespace Tocsin.Console.Work;

/// <summary>A job that waits or runs.</summary>
internal sealed class WorkEntry(WorkRun run, IWork work, TimeProvider clock) : IProgress<WorkStep>, IDisposable
{
    private readonly Lock _turn = new();
    private readonly CancellationTokenSource _stop = new();
    private long _began;
    private bool _ended;

    /// <summary>As it was when it was asked for.</summary>
    public WorkRun Run => run;

    public IWork Work => work;

    public bool IsRunning => Volatile.Read(ref _began) != 0;

    /// <summary>Null until it runs.</summary>
    public WorkStep? Step { get; private set; }

    /// <summary>Who stopped it; null when nobody did.</summary>
    public Actor? StoppedBy { get; private set; }

    public CancellationToken Stopping => _stop.Token;

    /// <summary>Time left at the mean pace so far; null while that says nothing.</summary>
    public TimeSpan? Left => IsRunning && Step?.Done is >= 0.02 and < 1 and var done && clock.GetElapsedTime(_began) is { TotalSeconds: > 1 } elapsed
        ? elapsed * ((1 - done) / done)
        : null;

    public void Begin()
    {
        Step = new WorkStep("starting", 0);
        Volatile.Write(ref _began, clock.GetTimestamp());
    }

    public void Report(WorkStep value) => Step = value;

    /// <summary>Asks it to stop; the first to ask is written down.</summary>
    /// <returns>False when it has ended.</returns>
    public bool Stop(Actor actor)
    {
        lock (_turn)
        {
            if (_ended) return false;
            StoppedBy ??= actor;
            _stop.Cancel();
            return true;
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _ended = true;
            _stop.Dispose();
        }
    }
}
