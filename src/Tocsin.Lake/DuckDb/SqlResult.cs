using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>
/// The answer to SQL over the lake, read as it comes. Values are <see cref="long"/>, <see cref="ulong"/>,
/// <see cref="double"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="string"/>, <see cref="DateTimeOffset"/>
/// (UTC), <see cref="DateOnly"/>, <see cref="TimeSpan"/>, <see cref="Guid"/>, <see cref="System.Numerics.BigInteger"/>,
/// <c>byte[]</c>, lists of these, dictionaries of these by name, or null.
/// </summary>
public sealed class SqlResult : IDisposable
{
    private readonly Connection connection;
    private readonly Transaction transaction;
    private readonly Rows rows;

    private SqlResult(Connection connection, Transaction transaction, Rows rows) =>
        (this.connection, this.transaction, this.rows) = (connection, transaction, rows);

    public IReadOnlyList<string> Columns => rows.Names;

    public IReadOnlyList<DuckDbType> Types => rows.Types;

    /// <summary>The rows; may be enumerated once.</summary>
    /// <exception cref="LakeException">The query failed while running.</exception>
    public IEnumerable<object?[]> Rows()
    {
        while (rows.Read(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
                yield return Cells.Row(chunk, row, Columns.Count);
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    internal static SqlResult Of(Database database, string sql, CancellationToken cancellation)
    {
        var reader = database.Connect();
        Transaction? snapshot = null;
        try
        {
            snapshot = reader.BeginReadOnly();
            var statement = reader.Prepare(sql);
            var kind = statement.Kind;
            if (kind is StatementKind.Select or StatementKind.Explain)
                return new SqlResult(reader, snapshot, statement.Query(owned: true, cancellation));
            statement.Dispose();
            throw new Problem($"The SQL does more than read ({kind})", sql.Trim(),
                "Only reading is possible here: begin with SELECT, FROM, WITH, DESCRIBE, SHOW or SUMMARIZE.");
        }
        catch
        {
            snapshot?.Dispose();
            reader.Dispose();
            throw;
        }
    }
}
