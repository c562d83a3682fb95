using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Sql;

/// <summary>Reads what tables there are and says what they hold.</summary>
internal static class SqlSchema
{
    // In the order in which people need them; a table that is not named here comes last.
    private static readonly (string Name, string What)[] Tables =
    [
        ("posts", "Events with their author's names: what most questions start from"),
        ("activity", "Accounts with how many events they have, and when"),
        ("shared", "Values that events carry, with who and when"),
        ("accounts", "The newest word on each account"),
        ("account_names", "Every pair of names an account was seen with"),
        ("account_scores", "How strongly each account is tied to others, after the last scan"),
        ("events", "Events as they are kept: keys instead of names"),
        ("observables", "Values that events carry, as they are kept"),
        ("profiles", "What events said about accounts, with first and last sighting"),
        ("imports", "What was imported, when, and what became of its rows"),
        ("rejects", "Rows that could not be read, with reasons"),
        ("event_kinds", "Names of the kinds of event"),
        ("observable_kinds", "Names of the kinds of value"),
    ];

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["key"] = "64-bit key",
        ["account"] = "key of the account",
        ["event"] = "key of the event",
        ["id"] = "the platform's own id",
        ["account_id"] = "the platform's own id of the account",
        ["target"] = "id of what it replies to, reposts, quotes or likes",
        ["time"] = "UTC",
        ["value_key"] = "64-bit key of the value",
        ["first_seen"] = "UTC",
        ["last_seen"] = "UTC",
    };

    public static IReadOnlyList<SqlTable> Read(Database lake)
    {
        var found = new Dictionary<string, (bool IsView, List<SqlColumn> Columns)>();
        using var connection = lake.Connect();
        using var rows = connection.Query(
            """
            SELECT c.table_name, c.column_name, c.data_type, v.view_name IS NOT NULL
            FROM duckdb_columns() c LEFT JOIN duckdb_views() v ON v.view_name = c.table_name AND v.database_name = c.database_name
            WHERE NOT c.internal AND c.database_name = current_database() AND c.table_name NOT IN ('schema_version', 'signals', 'signal_history')
            ORDER BY c.table_name, c.column_index
            """);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                var (table, column) = (chunk[0].Text(i)!, chunk[1].Text(i)!);
                if (!found.TryGetValue(table, out var seen))
                    seen = found[table] = (chunk[3].Values<bool>()[i], []);
                seen.Columns.Add(new SqlColumn(column, chunk[2].Text(i)!, Columns.GetValueOrDefault(column)));
            }
        }
        return [.. found.OrderBy(table => Place(table.Key)).ThenBy(table => table.Key, StringComparer.Ordinal)
            .Select(table => new SqlTable(table.Key, table.Value.IsView, What(table.Key), table.Value.Columns))];
    }

    private static int Place(string table) => Array.FindIndex(Tables, known => known.Name == table) is var at && at < 0 ? int.MaxValue : at;

    private static string What(string table) => Tables.FirstOrDefault(known => known.Name == table).What ?? "";
}
