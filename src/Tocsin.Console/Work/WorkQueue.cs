using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Work;

/// <summary>
/// Runs scans and imports in the background, one at a time in the order in which they were asked for. Where each is, it
/// knows itself; what was asked and what became of it is kept in casework, so that neither a reload nor a restart loses it.
/// </summary>
internal sealed partial class WorkQueue(WorkRuns runs, ConsoleOptions options, TimeProvider clock, ILogger<WorkQueue> log) : BackgroundService
{
    private const int MostWaiting = 20;
    private readonly Channel<WorkEntry> _asked = Channel.CreateUnbounded<WorkEntry>();
    private readonly ConcurrentDictionary<long, WorkEntry> _entries = new();
    private readonly SemaphoreSlim _asking = new(1);
    private long _newest;

    /// <summary>The workspace that all of it works on.</summary>
    public string Workspace => options.Workspace;

    /// <summary>What runs and what waits, in that order.</summary>
    public IReadOnlyList<WorkEntry> Open => [.. _entries.Values.OrderBy(entry => entry.Run.Id)];

    /// <summary>Where a job is; null once it has ended.</summary>
    public WorkEntry? Find(long run) => _entries.GetValueOrDefault(run);

    /// <summary>Puts a job behind those that were asked for before.</summary>
    /// <exception cref="Problem">Too many wait already.</exception>
    public async Task<WorkRun> AskAsync(Actor actor, IWork work, CancellationToken cancel = default)
    {
        await _asking.WaitAsync(cancel);
        try
        {
            if (_entries.Count > MostWaiting)
                throw new Problem($"{_entries.Count} jobs wait already", "background work", "wait until some are done, or cancel them");
            var run = await runs.AskAsync(actor, work.Kind, options.Workspace, work.Title, JsonSerializer.Serialize(work.Request, WorkJson.Options), cancel);
            if (run.Id <= _newest) return run;   // the same request again
            _newest = run.Id;
            var entry = new WorkEntry(run, work, clock);
            _entries[run.Id] = entry;
            _asked.Writer.TryWrite(entry);
            return run;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Stops a job, or takes it out of the line.</summary>
    /// <returns>Whether it had not ended yet.</returns>
    public bool Cancel(Actor actor, long run) => Find(run)?.Stop(actor) ?? false;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await runs.InterruptAllAsync(options.Workspace, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _asking.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await RunAsync(entry, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // One job that cannot be written down does not end the others.
                LogUnkept(log, error, entry.Run.Id);
            }
            finally
            {
                _entries.TryRemove(entry.Run.Id, out _);
                entry.Dispose();
            }
        }
    }

    private async Task RunAsync(WorkEntry entry, CancellationToken stopping)
    {
        if (entry.StoppedBy is null)
        {
            await runs.StartAsync(entry.Run, stopping);
            entry.Begin();
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(entry.Stopping, stopping);
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            var outcome = await Task.Factory.StartNew(() => entry.Work.Run(entry, stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await runs.FinishAsync(entry.Run, JsonSerializer.Serialize(outcome.Result, WorkJson.Options), outcome.Brief, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (entry.StoppedBy is { } actor) await runs.CancelAsync(actor, entry.Run, CancellationToken.None);
            else await runs.InterruptAsync(entry.Run, CancellationToken.None);
        }
        catch (Exception error)
        {
            if (error is not Problem) LogFailed(log, error, entry.Run.Id);
            await runs.FailAsync(entry.Run, Failure.Of(error, entry.Run), CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work {Run} failed.")]
    private static partial void LogFailed(ILogger log, Exception error, long run);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of background work {Run} could not be kept.")]
    private static partial void LogUnkept(ILogger log, Exception error, long run);
}
