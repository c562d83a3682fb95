using System.Diagnostics.CodeAnalysis;
using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>The result of a query as a stream of chunks of up to 2,048 rows. For one thread at a time.</summary>
public sealed unsafe class Rows : IDisposable
{
    private readonly ResultHandle result;
    private readonly Statement statement;
    private readonly bool ownsStatement;
    private readonly CancellationTokenRegistration interruption;
    private readonly CancellationToken cancellation;
    private Chunk? current;

    internal Rows(
        ResultHandle result, Statement statement, bool ownsStatement,
        CancellationTokenRegistration interruption, CancellationToken cancellation)
    {
        (this.result, this.statement, this.ownsStatement) = (result, statement, ownsStatement);
        (this.interruption, this.cancellation) = (interruption, cancellation);
        var count = (int)Native.ColumnCount(result);
        var names = new string[count];
        var types = new DuckDbType[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = Utf8.Text(Native.ColumnName(result, (ulong)i)) ?? "";
            types[i] = Native.ColumnType(result, (ulong)i);
        }
        (Names, Types) = (names, types);
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<DuckDbType> Types { get; }

    /// <summary>Fetches the next chunk. The one before is freed: spans taken from it must not be used any more.</summary>
    /// <exception cref="LakeException">The query failed while running.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool Read([NotNullWhen(true)] out Chunk? chunk)
    {
        current?.Dispose();
        chunk = current = null;
        cancellation.ThrowIfCancellationRequested();
        var fetched = result.FetchChunk();
        if (fetched == 0)
            return EndOrFail();
        chunk = current = new Chunk(new ChunkHandle(fetched), Types, Names);
        return true;
    }

    public void Dispose()
    {
        interruption.Dispose();
        current?.Dispose();
        result.Dispose();
        if (ownsStatement)
            statement.Dispose();
    }

    private bool EndOrFail()
    {
        cancellation.ThrowIfCancellationRequested();
        var error = Utf8.Text(Native.ResultError(result));
        return string.IsNullOrEmpty(error) ? false : throw Failure.Of(error, statement.Sql);
    }
}
