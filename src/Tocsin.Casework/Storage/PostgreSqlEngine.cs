using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>A database of a PostgreSQL server. Transactions that write take turns by an advisory lock, as SQLite's do by its file lock.</summary>
internal sealed class PostgreSqlEngine : Engine
{
    /// <summary>Any number that other programs in the same database are unlikely to lock by: "tocsin" in ASCII.</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(127978095077742)";

    private readonly NpgsqlDataSource _source;

    private PostgreSqlEngine(NpgsqlDataSource source, string where)
        : base(Builder().UseNpgsql(source, postgres => postgres.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).Options, where, "PostgreSql") => _source = source;

    /// <summary>The engine behind a connection string; connects later.</summary>
    /// <exception cref="Problem">The connection string cannot be read.</exception>
    public static PostgreSqlEngine Of(string connection)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "tocsin" };
            return new(NpgsqlDataSource.Create(settings), $"{settings.Host}:{settings.Port}/{settings.Database}");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new Problem($"the connection string cannot be read: {error.Message}", "--casework", "write it as 'Host=db;Database=tocsin;Username=tocsin;Password=…'", error);
        }
    }

    public override Task TakeTurnAsync(CaseworkContext context, CancellationToken cancel) => context.Database.ExecuteSqlRawAsync(TakeTurn, cancel);

    protected override Problem? ExplainCause(Exception cause) => cause switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new("the database does not exist", Where, "make it: createdb NAME", cause),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new("PostgreSQL refused the user or password", Where, "check Username and Password of --casework", cause),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            new($"PostgreSQL refused: {denied.MessageText}", Where, "the user must own the database, or be granted CREATE on its schema", cause),
        NpgsqlException { InnerException: SocketException or TimeoutException } or TimeoutException => new("PostgreSQL cannot be reached", Where, "check Host and Port of --casework, and that the server runs", cause),
        _ => null,
    };

    public override void Close() => _source.Dispose();
}
