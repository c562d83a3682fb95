using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tocsin.Lake.Search;

/// <summary>Numbers of the events that an expression finds, in the order of time, read as the index gives them.</summary>
internal sealed class RowCursor : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly CancellationToken _cancel;
    private readonly CancellationTokenRegistration _interruption;
    private bool _ended;

    public RowCursor(SqliteConnection connection, string expression, long first, long last, bool newestFirst, CancellationToken cancel)
    {
        (_connection, _cancel) = (connection, cancel);
        var order = newestFirst ? "DESC" : "ASC";
        Check(raw.sqlite3_prepare_v2(
            connection.Handle, $"SELECT rowid FROM posts WHERE posts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid {order}", out _statement));
        raw.sqlite3_bind_text(_statement, 1, expression);
        raw.sqlite3_bind_int64(_statement, 2, first);
        raw.sqlite3_bind_int64(_statement, 3, last);
        _interruption = cancel.UnsafeRegister(static state => raw.sqlite3_interrupt(((SqliteConnection)state!).Handle), connection);
    }

    /// <summary>Fills the rows; fewer than asked for, down to none, at the end.</summary>
    public int Read(Span<long> rows)
    {
        _cancel.ThrowIfCancellationRequested();
        var count = 0;
        while (count < rows.Length && Step())
            rows[count++] = raw.sqlite3_column_int64(_statement, 0);
        return count;
    }

    public void Dispose()
    {
        _interruption.Dispose();
        _statement.Dispose();
    }

    // Behind its end, a statement would start again.
    private bool Step()
    {
        var step = _ended ? raw.SQLITE_DONE : raw.sqlite3_step(_statement);
        _ended |= step == raw.SQLITE_DONE;
        if (step is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return !_ended;
        _cancel.ThrowIfCancellationRequested();
        Check(raw.sqlite3_errcode(_connection.Handle));
        return false;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);
}
