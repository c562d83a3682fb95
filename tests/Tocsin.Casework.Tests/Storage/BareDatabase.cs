using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework.Tests.Storage;

/// <summary>An empty database, to migrate step by step and to look at.</summary>
internal sealed class BareDatabase : IAsyncDisposable
{
    private const string SqliteCatalog = """
        SELECT m.name || ' ' || coalesce(x.name, '') || ' ' || x.type || ' ' || x."notnull" || ' ' || x.pk AS "Value"
        FROM sqlite_master m, pragma_table_xinfo(m.name) x WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT m.tbl_name || ' ' || m.name || ' ' || coalesce(m.sql, '') FROM sqlite_master m WHERE m.type <> 'table'
        UNION ALL
        SELECT m.name || ' ' || f."from" || ' -> ' || f."table" || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        ORDER BY 1
        """;

    private const string PostgreSqlCatalog = """
        SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, collation_name, is_identity, character_maximum_length) AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT concat_ws(' ', tablename, indexdef) FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ORDER BY 1
        """;

    private readonly Engine _engine;

    private BareDatabase(CaseworkOptions options) => (Options, _engine) = (options, Engine.Of(options));

    public CaseworkOptions Options { get; }

    public IReadOnlyList<string> Scripts => Schema.Scripts(_engine.Migrations);

    public static async Task<BareDatabase> OpenAsync(Provider provider, PostgreSqlServer server) => new(new CaseworkOptions
    {
        Workspace = Directory.CreateTempSubdirectory("tocsin-casework-").FullName,
        PostgreSql = provider == Provider.PostgreSql ? await server.NewDatabaseAsync() : null,
    });

    public CaseworkContext Connect() => new(_engine.Options);

    public void Migrate(IReadOnlyList<string> scripts)
    {
        using var context = Connect();
        Schema.Migrate(context, _engine, scripts, DateTimeOffset.UnixEpoch);
    }

    public async Task<int> ScalarAsync(string sql)
    {
        await using var context = Connect();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }

    /// <summary>Every column, index and constraint, a line each.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync()
    {
        await using var context = Connect();
        return await context.Database.SqlQueryRaw<string>(context.IsPostgreSql ? PostgreSqlCatalog : SqliteCatalog).ToListAsync();
    }

    public ValueTask DisposeAsync()
    {
        _engine.Close();
        Directory.Delete(Options.Workspace, recursive: true);
        return ValueTask.CompletedTask;
    }
}
