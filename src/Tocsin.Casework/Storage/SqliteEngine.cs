using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>A file of the workspace. Readers run beside one writer (WAL); a transaction that writes takes its turn when it begins.</summary>
internal sealed class SqliteEngine : Engine
{
    private const int NotADatabase = 26;
    private const int CannotOpen = 14;
    private const int ReadOnly = 8;

    private readonly string _connection;

    private SqliteEngine(string path, string connection)
        : base(Builder().UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new Preparation()).Options, path, "Sqlite") => _connection = connection;

    public static SqliteEngine Of(string path) =>
        new(path, new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString());

    /// <summary>The transaction began as <c>IMMEDIATE</c>: it has its turn already.</summary>
    public override Task TakeTurnAsync(CaseworkContext context, CancellationToken cancel) => Task.CompletedTask;

    protected override Problem? ExplainCause(Exception cause) => cause is not SqliteException { SqliteErrorCode: var code } ? null : code switch
    {
        NotADatabase => new Problem("the file is not a casework database", Where, "move it away, or use another --workspace", cause),
        CannotOpen or ReadOnly => new Problem("the casework database cannot be written", Where, "check that the folder exists and that you may write it", cause),
        _ => null,
    };

    public override void Close()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>
    /// Says to each connection how long to wait for another's lock. SQLite's own waiting polls every few milliseconds; that
    /// of the client library every 150.
    /// </summary>
    private sealed class Preparation : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA busy_timeout = 30000";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
