using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Casework;
using Tocsin.Console.Work;

namespace Tocsin.Console.Live;

/// <summary>
/// Tells browsers what happens, from the audit: so that nothing is told that did not take effect, and whoever was away finds
/// what they missed. Looks twice a second at most, right after a write of this process and every few seconds for those of
/// others on the same database; and not at all while nobody listens.
/// </summary>
internal sealed partial class LiveFeed(CaseworkDatabase casework, AuditLog audit, WorkQueue work, ILogger<LiveFeed> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<LiveClient, bool> _clients = new();
    private readonly SemaphoreSlim _nudge = new(0, 1);
    private readonly NotificationNews _news = new(casework);
    private Dictionary<long, (string, double?)> _shown = [];
    private long _last;

    /// <summary>The newest audit entry that has been told: where a page made now takes up the stream.</summary>
    public long Last => Interlocked.Read(ref _last);

    public int Listeners => _clients.Count;

    public LiveClient Join(string person)
    {
        var client = new LiveClient(person);
        _clients[client] = true;
        Nudge();
        return client;
    }

    public void Leave(LiveClient client) => _clients.TryRemove(client, out _);

    public int CountOf(string person) => _clients.Keys.Count(client => client.Person == person);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _last = await audit.LastIdAsync(cancellationToken);
        await _news.StartAsync(cancellationToken);
        casework.Written += OnWritten;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        casework.Written -= OnWritten;
        foreach (var client in _clients.Keys) client.LetGo();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _nudge.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _nudge.WaitAsync(work.Open.Count > 0 ? Pause : LongestPause, stoppingToken);
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogUntold(log, error);
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        if (_clients.IsEmpty)
        {
            Interlocked.Exchange(ref _last, await audit.LastIdAsync(cancel));
            await _news.StartAsync(cancel);
            return;
        }
        List<LiveEvent> events = [];
        for (IReadOnlyList<AuditEntry> entries; (entries = await audit.SinceAsync(Last, cancel: cancel)).Count > 0;)
        {
            events.AddRange(entries.Select(LiveEvent.Of).OfType<LiveEvent>());
            Interlocked.Exchange(ref _last, entries[^1].Id);
        }
        events.AddRange(await _news.SinceAsync(cancel));
        events.AddRange(Progress());
        if (events.Count == 0) return;
        var batch = LiveBatch.Gather(events);
        foreach (var client in _clients.Keys.Where(client => !client.Offer(batch))) client.LetGo();
    }

    /// <summary>How far the running job is, when that has changed.</summary>
    private IEnumerable<LiveEvent> Progress()
    {
        var now = work.Open.Where(entry => entry.Step is not null).ToDictionary(entry => entry.Run.Id, entry => (entry.Step!.Stage, entry.Step.Done));
        var (before, kinds) = (_shown, work.Open.ToDictionary(entry => entry.Run.Id, entry => entry.Run.Kind));
        _shown = now;
        return now.Where(one => !before.TryGetValue(one.Key, out var shown) || shown != one.Value).Where(one => kinds.ContainsKey(one.Key))
            .Select(one => new LiveEvent(kinds[one.Key] == WorkKind.Scan ? "scan" : "import", null, null, new()
            {
                Id = $"{one.Key}",
                Stage = one.Value.Stage,
                Done = one.Value.Done,
            }));
    }

    private void OnWritten(object? sender, WrittenEventArgs written) => Nudge();

    private void Nudge()
    {
        try
        {
            if (_nudge.CurrentCount == 0) _nudge.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another write nudged at the same moment: one nudge is enough.
        }
        catch (ObjectDisposedException)
        {
            // The console has stopped.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Browsers could not be told what happened.")]
    private static partial void LogUntold(ILogger log, Exception error);
}
