using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Sql;

/// <summary>
/// Stops a query that holds too much memory or spills too much to disk. DuckDB's own limit is one for all queries of the process;
/// so what the engine holds beside the tables is looked at ten times a second, and what it has grown since the start is laid to
/// the query's account. With another heavy query beside it, it may be stopped too early, never too late.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private const string Held = """
        SELECT coalesce(sum(memory_usage_bytes + temporary_storage_bytes), 0)::BIGINT FROM duckdb_memory()
        WHERE tag NOT IN ('BASE_TABLE', 'METADATA', 'ART_INDEX', 'TRANSACTION')
        """;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly Connection _connection;
    private readonly CancellationTokenSource _stop;
    private readonly Timer _timer;
    private readonly Lock _turn = new();
    private readonly long _engineLimit;
    private readonly long _processLimit;
    private bool _closed;

    public MemoryWatch(Database lake, long limit, CancellationTokenSource stop)
    {
        (_connection, _stop) = (lake.Connect(), stop);
        _engineLimit = _connection.Scalar<long>(Held) + limit;
        _processLimit = Environment.WorkingSet + (2 * limit);
        _timer = new Timer(_ => Look(), null, Every, Every);
    }

    /// <summary>True once it has stopped the query.</summary>
    public bool HasStopped { get; private set; }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_turn)
        {
            _closed = true;
            _connection.Dispose();
        }
    }

    private void Look()
    {
        lock (_turn)
        {
            if (_closed || HasStopped || (_connection.Scalar<long>(Held) <= _engineLimit && Environment.WorkingSet <= _processLimit))
                return;
            HasStopped = true;
        }
        _stop.Cancel();
    }
}
