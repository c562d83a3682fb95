namespace Tocsin.Lake.DuckDb.Client;

/// <summary>A prepared statement; may be bound and run again and again.</summary>
public sealed unsafe class Statement : IDisposable
{
    private readonly ConnectionHandle connection;
    private readonly StatementHandle handle;

    private Statement(ConnectionHandle connection, StatementHandle handle, string sql) =>
        (this.connection, this.handle, Sql) = (connection, handle, sql);

    public string Sql { get; }

    public int ParameterCount => (int)Native.ParameterCount(handle);

    public StatementKind Kind => Native.StatementType(handle);

    internal static Statement Prepare(ConnectionHandle connection, string sql)
    {
        var state = Native.Prepare(connection, Utf8.Terminated(sql), out var prepared);
        var statement = new StatementHandle(prepared);
        if (state == 0)
            return new Statement(connection, statement, sql);
        var error = Utf8.Text(Native.PrepareError(statement));
        statement.Dispose();
        throw Failure.Of(error ?? "The statement could not be prepared", sql);
    }

    /// <summary>Binds all parameters in order.</summary>
    public void Bind(params ReadOnlySpan<Parameter> parameters)
    {
        if (parameters.Length != ParameterCount)
            throw Failure.Of($"{parameters.Length} values for {ParameterCount} parameters", Sql, "Give one value for each '?'.");
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].BindTo(handle, (ulong)i + 1) != 0)
                throw Failure.Of($"Parameter {i + 1} could not be bound", Sql);
        }
    }

    /// <summary>Runs to the end and returns the number of rows changed.</summary>
    public long Execute(CancellationToken cancellation = default)
    {
        using var interruption = Interruption(cancellation);
        using var result = Start(Native.Pend, cancellation);
        return (long)Native.RowsChanged(result);
    }

    /// <summary>Runs and streams the result while DuckDB still works on it.</summary>
    public Rows Query(CancellationToken cancellation = default) => Query(owned: false, cancellation);

    internal Rows Query(bool owned, CancellationToken cancellation)
    {
        var interruption = Interruption(cancellation);
        try
        {
            return new Rows(Start(Native.PendStreaming, cancellation), this, owned, interruption, cancellation);
        }
        catch
        {
            interruption.Dispose();
            if (owned)
                Dispose();
            throw;
        }
    }

    public void Dispose() => handle.Dispose();

    private delegate int Pend(StatementHandle statement, out nint pending);

    // Planning forgets earlier interruptions, so the token is looked at again between planning and running:
    // a cancellation is either seen there or interrupts the run.
    private ResultHandle Start(Pend pend, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var state = pend(handle, out var started);
        using var pending = new PendingHandle(started);
        if (state != 0)
            throw Failed(Utf8.Text(Native.PendingError(pending)), cancellation);
        cancellation.ThrowIfCancellationRequested();
        var result = new ResultHandle();
        if (Native.ExecutePending(pending, result) == 0)
            return result;
        var error = Utf8.Text(Native.ResultError(result));
        result.Dispose();
        throw Failed(error, cancellation);
    }

    private Exception Failed(string? error, CancellationToken cancellation) => cancellation.IsCancellationRequested
        ? new OperationCanceledException(cancellation)
        : Failure.Of(error ?? "The statement failed", Sql);

    private CancellationTokenRegistration Interruption(CancellationToken cancellation) =>
        cancellation.UnsafeRegister(static state => Native.Interrupt((ConnectionHandle)state!), connection);
}
