using Tocsin.Core.Events.Hunting;

namespace Tocsin.Lake.Hunting;

/// <summary>The SQL that counts a field's values: columns value, shown, now, before, accounts.</summary>
internal static class HuntTopSql
{
    /// <summary>Every event of a range and of the period before it.</summary>
    public const string All = "SELECT key, account, platform, language, kind, time < ? AS before FROM events WHERE time >= ? AND time < ?";

    /// <summary>The events in the temporary table <c>matched</c>.</summary>
    public const string Matched =
        "SELECT e.key, e.account, e.platform, e.language, e.kind, m.before FROM events e JOIN matched m ON e.rowid = m.place";

    private const string AllValues = "SELECT value, value_key, account, time < ? AS before FROM observables WHERE time >= ? AND time < ? AND kind = ?";

    private const string MatchedValues =
        "SELECT o.value, o.value_key, o.account, f.before FROM observables o JOIN found f ON f.key = o.event WHERE o.kind = ?";

    private const string Counts = "count(*) FILTER (NOT before) AS now, count(*) FILTER (before) AS earlier, count(DISTINCT account) FILTER (NOT before) AS accounts";

    private const string Most = "HAVING now > 0 ORDER BY now DESC, value LIMIT ?";

    public static string For(HuntField field, string source, bool everything) => field switch
    {
        { Kind: not null } when everything =>
            $"SELECT any_value(value) AS value, NULL::VARCHAR, {Counts} FROM ({AllValues}) GROUP BY value_key {Most}",
        { Kind: not null } =>
            $"WITH found AS MATERIALIZED ({source}) SELECT any_value(value) AS value, NULL::VARCHAR, {Counts} FROM ({MatchedValues}) GROUP BY value_key {Most}",
        { Name: "account" } => $"""
            WITH top AS (SELECT account AS value, {Counts} FROM ({source}) GROUP BY account {Most})
            SELECT a.platform || ':' || a.id, a.handle, t.now, t.earlier, t.accounts
            FROM top t JOIN (SELECT key, any_value(platform) AS platform, any_value(id) AS id, arg_max(handle, last_seen) AS handle
                             FROM profiles WHERE key IN (SELECT value FROM top) GROUP BY key) a ON a.key = t.value
            ORDER BY t.now DESC, a.id
            """,
        { Name: "platform" } => Column("platform", source),
        { Name: "lang" } => Column("lower(replace(language, '_', '-'))", source),
        _ => Column("(SELECT name FROM event_kinds k WHERE k.kind = f.kind)", source),
    };

    public static HuntQuery Asking(HuntField field, string value) => field switch
    {
        { Kind: { } kind } => HuntQuery.Of(kind, value),
        _ => HuntQuery.Parse($"{field.Name}:\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\""),
    };

    private static string Column(string value, string source) =>
        $"SELECT {value} AS value, NULL::VARCHAR, {Counts} FROM ({source}) f GROUP BY value HAVING value IS NOT NULL AND now > 0 ORDER BY now DESC, value LIMIT ?";
}
