using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>
/// One conversation with a <see cref="Database"/>, for one thread at a time. Sees a consistent snapshot within a
/// transaction. At most one <see cref="Rows"/> may be open; the next statement ends it.
/// </summary>
public sealed class Connection : IDisposable
{
    private readonly ConnectionHandle handle;

    internal Connection(ConnectionHandle handle) => this.handle = handle;

    /// <summary>Prepares one statement; its parameters are <c>?</c> or <c>$1</c>.</summary>
    /// <exception cref="LakeException">The SQL is not valid, or is more than one statement.</exception>
    public Statement Prepare(string sql) => Statement.Prepare(handle, sql);

    /// <summary>Runs one statement to its end and returns the number of rows it changed.</summary>
    public long Execute(string sql, params ReadOnlySpan<Parameter> parameters)
    {
        using var statement = Prepare(sql);
        statement.Bind(parameters);
        return statement.Execute();
    }

    /// <summary>Runs any number of statements without parameters, divided by semicolons.</summary>
    public unsafe void Run(string script)
    {
        using var result = new ResultHandle();
        if (Native.Query(handle, Utf8.Terminated(script), result) != 0)
            throw Failure.Of(Utf8.Text(Native.ResultError(result)) ?? "The script failed", script);
    }

    /// <summary>Runs a query and streams its result.</summary>
    public Rows Query(string sql, params ReadOnlySpan<Parameter> parameters) => Query(sql, parameters, CancellationToken.None);

    /// <summary>Runs a query and streams its result; cancelling interrupts DuckDB, also between chunks.</summary>
    public Rows Query(string sql, ReadOnlySpan<Parameter> parameters, CancellationToken cancellation)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(parameters);
            return statement.Query(owned: true, cancellation);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>The first column of the only row; the default when there is no row or it is null.</summary>
    public T Scalar<T>(string sql, params ReadOnlySpan<Parameter> parameters)
        where T : unmanaged
    {
        using var rows = Query(sql, parameters);
        return rows.Read(out var chunk) && chunk.Count > 0 && !chunk[0].IsNull(0) ? chunk[0].Values<T>()[0] : default;
    }

    /// <summary>Starts a transaction; disposed without <see cref="Transaction.Commit"/>, it is rolled back.</summary>
    public Transaction Begin() => new(this, "BEGIN TRANSACTION");

    /// <summary>Starts a transaction in which every change fails.</summary>
    public Transaction BeginReadOnly() => new(this, "BEGIN TRANSACTION READ ONLY");

    /// <summary>Appends to a table by columns.</summary>
    /// <exception cref="LakeException">There is no such table.</exception>
    public Appender Append(string table) => Appender.Open(handle, table);

    /// <summary>Ends the running query, from any thread.</summary>
    public void Interrupt() => Native.Interrupt(handle);

    public void Dispose() => handle.Dispose();
}
