using System.Reflection;
using System.Text;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Brings a database to the newest version of the schema: numbered SQL scripts, each applied once.</summary>
internal static class Schema
{
    private const string Folder = "Migrations.";

    /// <summary>The version this program knows.</summary>
    public static int Newest => Migrations.Count;

    private static List<string> Migrations { get; } = [.. ReadMigrations()];

    /// <summary>Applies what is missing, all at once or not at all.</summary>
    /// <exception cref="Problem">The database was written by a newer program.</exception>
    public static void Migrate(Connection connection, string path, DateTimeOffset now)
    {
        using var transaction = connection.Begin();
        connection.Run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, applied TIMESTAMP NOT NULL)");
        var version = connection.Scalar<int>("SELECT max(version) FROM schema_version");
        if (version > Newest)
        {
            throw new Problem($"The lake has schema version {version}; this tocsin knows versions up to {Newest}", path,
                "Use the newer tocsin that wrote it, or another --workspace.");
        }
        for (var next = version + 1; next <= Newest; next++)
        {
            connection.Run(Migrations[next - 1]);
            connection.Execute("INSERT INTO schema_version VALUES (?, ?)", next, now);
        }
        NameKinds<EventKind>(connection, "event_kinds");
        NameKinds<ObservableKind>(connection, "observable_kinds");
        transaction.Commit();
    }

    // Kinds are added in code without a migration, so the names are compared at every start.
    private static void NameKinds<T>(Connection connection, string table)
        where T : struct, Enum
    {
        var kinds = Enum.GetValues<T>();
        if (connection.Scalar<long>($"SELECT count(*) FROM {table}") == kinds.Length)
            return;
        connection.Run($"DELETE FROM {table}");
        foreach (var kind in kinds)
            connection.Execute($"INSERT INTO {table} VALUES (?, ?)", Convert.ToInt64(kind), kind.ToString().ToLowerInvariant());
    }

    private static IEnumerable<string> ReadMigrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }
}
