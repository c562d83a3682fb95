using System.Data.Common;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>Brings a database to the newest version of the schema: numbered SQL scripts, each applied once, forward only.</summary>
internal static class Schema
{
    /// <summary>Applies what is missing, all at once or not at all. Of processes that start together one does it, the others wait.</summary>
    /// <param name="scripts">In order; the first is version 1.</param>
    /// <exception cref="Problem">The database was written by a newer program.</exception>
    public static void Migrate(CaseworkContext context, Engine engine, IReadOnlyList<string> scripts, DateTimeOffset now)
    {
        if (!context.IsPostgreSql) context.Database.ExecuteSqlRaw("PRAGMA journal_mode = wal");
        if (VersionOf(context) == scripts.Count) return;   // the usual start takes no lock
        using var transaction = context.Database.BeginTransaction();
        if (context.IsPostgreSql) context.Database.ExecuteSqlRaw(PostgreSqlEngine.TakeTurn);
        var version = VersionOf(context);
        if (version > scripts.Count)
        {
            throw new Problem($"The casework database has schema version {version}; this tocsin knows versions up to {scripts.Count}", engine.Where,
                "Use the newer tocsin that wrote it, or another --workspace or --casework.");
        }
        for (var next = version + 1; next <= scripts.Count; next++)
        {
            Run(context, scripts[next - 1]);
            Run(context, "INSERT INTO schema_version (version, applied) VALUES (@version, @applied)", ("@version", next), ("@applied", now.UtcDateTime));
        }
        transaction.Commit();
    }

    /// <summary>The scripts of an engine, oldest first.</summary>
    public static IReadOnlyList<string> Scripts(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.Contains($".Migrations.{engine}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Read(assembly, name))];
    }

    private static int VersionOf(CaseworkContext context)
    {
        // Reads the catalog as a table: to_regclass() may answer from a cache what held before the turn came.
        var there = Run(context, context.IsPostgreSql
            ? "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_version'"
            : "SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'") is 1L;
        return there ? Convert.ToInt32(Run(context, "SELECT max(version) FROM schema_version")) : 0;
    }

    private static object? Run(CaseworkContext context, string sql, params (string Name, object Value)[] values)
    {
        context.Database.OpenConnection();
        using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command.ExecuteScalar();
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
