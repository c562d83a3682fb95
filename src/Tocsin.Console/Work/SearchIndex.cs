using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Work;

/// <summary>Keeps the full-text index behind the lake: at the start, and whenever events came.</summary>
internal sealed partial class SearchIndex(DuckDbLake lake, ILogger<SearchIndex> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim _nudge = new(0, 1);

    /// <summary>Events came: index them soon.</summary>
    public void Follow()
    {
        try
        {
            if (_nudge.CurrentCount == 0) _nudge.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else said so at the same moment.
        }
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
            try
            {
                // Off the thread that starts the console.
                await Task.Run(() => lake.Search.CatchUp(null, stoppingToken), stoppingToken);
            }
            catch (LakeException error)
            {
                LogBehind(log, error);
            }
            await _nudge.WaitAsync(Look, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not follow the lake; it is tried again.")]
    private static partial void LogBehind(ILogger log, Exception error);
}
