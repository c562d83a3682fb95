using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Casework;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Work;

/// <summary>What happens by itself as time goes by: scans when new events came, snoozes that run out, uploads nobody took up.</summary>
internal sealed partial class Timetable(
    WorkQueue queue, Scans scans, WorkRuns runs, WorkSettings settings, Triage triage, Imports.Inbox inbox, DuckDbLake lake, TimeProvider clock, ILogger<Timetable> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await triage.WakeDueAsync(stoppingToken);
                await ScanWhenDueAsync(stoppingToken);
                inbox.Sweep();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogMissed(log, error);
            }
        }
    }

    /// <summary>Asks for a scan when the last one is long enough ago and the lake has grown since.</summary>
    /// <returns>Whether it was asked for.</returns>
    internal async Task<bool> ScanWhenDueAsync(CancellationToken cancel)
    {
        var every = (await settings.ReadAsync(cancel)).ScanEvery;
        if (every == 0 || queue.Open.Count > 0) return false;
        var last = await runs.LastDoneAsync(queue.Workspace, WorkKind.Scan, cancel);
        if (last?.Ended is { } ended && clock.GetUtcNow() - ended < TimeSpan.FromMinutes(every)) return false;
        if (lake.Summarise().Events == (WorkJson.Read<ScanReport>(last?.Result)?.Events ?? 0)) return false;
        await scans.AskAsync(Actor.System, new(), cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due could not be done.")]
    private static partial void LogMissed(ILogger log, Exception error);
}
