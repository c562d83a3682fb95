using System.Diagnostics;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Sql;

/// <summary>
/// SQL over the lake for people who sit at a console: reading only, on one snapshot, within bounds of time, memory, rows and bytes.
/// Two queries run at a time; others wait, and their waiting counts.
/// </summary>
public sealed class BoundedSql : IDisposable
{
    private const int AtOnce = 2;

    private readonly Database _lake;
    private readonly SemaphoreSlim _turns = new(AtOnce);

    internal BoundedSql(Database lake) => _lake = lake;

    /// <summary>Runs one query.</summary>
    /// <param name="bounds">What it may cost; the defaults when null.</param>
    /// <returns>The rows within the bounds; <see cref="SqlAnswer.Cut"/> says which bound was reached, if one was.</returns>
    /// <exception cref="Problem">It does more than read, or could not be held within bounds.</exception>
    /// <exception cref="LakeException">It is not valid, or failed.</exception>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public SqlAnswer Run(string sql, SqlBounds? bounds = null, CancellationToken cancel = default)
    {
        bounds ??= SqlBounds.Default;
        var clock = Stopwatch.StartNew();
        using var connection = _lake.Connect();
        SqlCheck.Run(connection, WithoutExplain(sql));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(bounds.Time);
        var answer = new Answer();
        try
        {
            _turns.Wait(stop.Token);
            try
            {
                Run(connection, sql, bounds, stop, answer);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            answer.Cut ??= $"It was stopped after {bounds.Time.TotalSeconds:0.#} seconds";
        }
        return new SqlAnswer(answer.Columns, answer.Rows, clock.Elapsed, answer.Cut);
    }

    /// <summary>Tables and views with their columns, for browsing and completion.</summary>
    public IReadOnlyList<SqlTable> Schema() => SqlSchema.Read(_lake);

    public void Dispose() => _turns.Dispose();

    private static string WithoutExplain(string sql)
    {
        var rest = sql.TrimStart();
        foreach (var word in (ReadOnlySpan<string>)["EXPLAIN", "ANALYZE"])
            rest = rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && rest.Length > word.Length && char.IsWhiteSpace(rest[word.Length]) ? rest[word.Length..].TrimStart() : rest;
        return rest;
    }

    private void Run(Connection connection, string sql, SqlBounds bounds, CancellationTokenSource stop, Answer answer)
    {
        using var watch = new MemoryWatch(_lake, bounds.Memory, stop);
        try
        {
            using var snapshot = connection.BeginReadOnly();
            using var statement = connection.Prepare(sql);
            if (statement.Kind is not (StatementKind.Select or StatementKind.Explain))
                throw new Problem($"The SQL does more than read ({statement.Kind})", sql.Trim(), "Begin with SELECT, FROM, WITH, DESCRIBE, SHOW or SUMMARIZE.");
            using var rows = statement.Query(stop.Token);
            answer.Columns = [.. rows.Names.Zip(rows.Types, (name, type) => new SqlColumn(name, $"{type}".ToUpperInvariant()))];
            answer.Cut = Read(rows, bounds, answer.Rows);
        }
        catch (OperationCanceledException) when (watch.HasStopped)
        {
            answer.Cut = $"It was stopped when it held more than {bounds.Memory >> 20:N0} MB of memory";
        }
    }

    private static string? Read(Rows rows, SqlBounds bounds, List<IReadOnlyList<object?>> read)
    {
        var values = new SqlValues(bounds);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                if (read.Count == bounds.Rows)
                    return $"Only the first {bounds.Rows:N0} rows are here";
                read.Add(values.Row(chunk, i, rows.Names.Count));
                if (values.Bytes > bounds.Bytes)
                    return $"Only the first {read.Count:N0} rows are here: together they are larger than {bounds.Bytes >> 20:N0} MB";
            }
        }
        return null;
    }

    private sealed class Answer
    {
        public IReadOnlyList<SqlColumn> Columns { get; set; } = [];

        public List<IReadOnlyList<object?>> Rows { get; } = [];

        public string? Cut { get; set; }
    }
}
