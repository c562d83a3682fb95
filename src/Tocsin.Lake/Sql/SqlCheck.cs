using System.Collections.Frozen;
using System.Text.Json;
using Tocsin.Core;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Sql;

/// <summary>
/// Looks at a query before it runs. A limit on time or memory comes too late for a function that makes one value of a gigabyte
/// in one call, for two thousand rows at once: so what multiplies the length of texts and lists is held to a bound here, over
/// the whole query, and functions that run other queries or loops of their own are refused.
/// </summary>
internal static class SqlCheck
{
    private const int LongestSql = 20_000;
    private const double MostGrowth = 1_000;
    private const double MostGrowthInLoops = 4;

    private static readonly FrozenSet<string> Refused = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "query", "query_table", "json_execute_serialized_sql", "from_substrait", "force_checkpoint", "checkpoint", "sleep_ms", "write_log",
        "list_transform", "list_apply", "array_transform", "array_apply", "apply", "list_reduce", "array_reduce", "reduce",
        "list_resize", "array_resize", "repeat_row", "read_csv", "read_csv_auto", "read_parquet", "read_json", "read_json_auto", "read_text", "read_blob", "glob",
        "setseed", "getenv");

    private static readonly FrozenSet<string> Tables = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "range", "generate_series", "unnest", "json_each", "json_tree", "duckdb_columns", "duckdb_tables", "duckdb_views", "pragma_table_info",
        "fold_profiles", "generate_subscripts", "summary");

    // Their whole numbers say how long the outcome is.
    private static readonly FrozenSet<string> Stretching = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "repeat", "lpad", "rpad", "bar", "format", "printf", "range", "generate_series", "to_base", "bin", "to_binary");

    // Their last text may stand in the outcome many times.
    private static readonly FrozenSet<string> Replacing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "replace", "regexp_replace", "array_to_string", "list_string_agg");

    private static readonly FrozenSet<string> Joining = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "||", "concat", "concat_ws", "list_concat", "array_concat", "list_cat", "array_cat", "list_value", "struct_pack", "row");

    private static readonly FrozenSet<string> Spelling = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "hex", "to_hex", "base64", "to_base64", "url_encode", "to_json", "json_quote", "array_to_json", "row_to_json", "json_array", "json_object", "escape");

    /// <summary>Checks the query.</summary>
    /// <exception cref="Problem">It is too long, not one reading query, or grows without bound.</exception>
    public static void Run(Connection connection, string sql)
    {
        if (sql.Length > LongestSql)
            throw new Problem($"The SQL is longer than {LongestSql:N0} characters", sql[..80] + "…", "Shorten it.");
        using var tree = JsonDocument.Parse(Serialized(connection, sql), new JsonDocumentOptions { MaxDepth = 2_000 });
        if (tree.RootElement.GetProperty("error").GetBoolean())
            throw new Problem(Said(tree.RootElement), sql.Trim(), "Give one query that reads: SELECT, FROM, WITH, DESCRIBE, SHOW or SUMMARIZE.");
        var growth = new Growth();
        growth.Look(tree.RootElement);
        if (growth.Factor > (growth.HasLoop ? MostGrowthInLoops : MostGrowth))
        {
            throw new Problem("The query could make texts or lists of enormous length", growth.Why ?? sql.Trim(),
                growth.HasLoop ? "Inside WITH RECURSIVE texts and lists must not grow." : $"Together, what lengthens texts and lists may do so {MostGrowth:N0} times at most, by whole numbers.");
        }
    }

    private static string Serialized(Connection connection, string sql)
    {
        using var rows = connection.Query("SELECT json_serialize_sql(?::VARCHAR)::VARCHAR", sql);
        return rows.Read(out var chunk) ? chunk[0].Text(0)! : "{}";
    }

    private static string Said(JsonElement root) => root.TryGetProperty("error_message", out var message) ? message.GetString()! : "The SQL cannot be read";

    private sealed class Growth
    {
        public double Factor { get; private set; } = 1;

        public bool HasLoop { get; private set; }

        public string? Why { get; private set; }

        public void Look(JsonElement node)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                    Look(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                LookAtObject(node);
            }
        }

        private void LookAtObject(JsonElement node)
        {
            HasLoop |= Text(node, "type") is "RECURSIVE_CTE_NODE";
            if (Text(node, "class") is "LAMBDA")
                throw Refuse("A function inside a query's functions (lambda) is not possible here", "->");
            var skipped = "";
            if (Text(node, "type") is "TABLE_FUNCTION" && node.TryGetProperty("function", out var table))
            {
                LookAtTable(table);
                skipped = "function";
            }
            else if (Text(node, "function_name") is { } name)
            {
                LookAtCall(name, node);
                skipped = "children";
            }
            foreach (var member in node.EnumerateObject().Where(member => member.Name != skipped))
                Look(member.Value);
        }

        // Rows are bounded while they come, so it does not matter how many there are.
        private void LookAtTable(JsonElement function)
        {
            var name = Text(function, "function_name") ?? "";
            if (!Tables.Contains(name))
                throw Refuse($"The table function '{name}' is not possible here", name);
            foreach (var argument in Arguments(function))
                Look(argument);
        }

        private void LookAtCall(string name, JsonElement node)
        {
            if (Refused.Contains(name))
                throw Refuse($"The function '{name}' is not possible here", name);
            var parts = Joining.Contains(name) ? Joined(node) : Arguments(node);
            Multiply(name, Joining.Contains(name) ? parts.Count(part => !IsConstant(part)) : FactorOf(name, Arguments(node)));
            foreach (var part in parts)
                Look(part);
        }

        // What is joined in a row adds up; it does not multiply.
        private static List<JsonElement> Joined(JsonElement node) =>
            [.. Arguments(node).SelectMany(part => Text(part, "function_name") is { } name && Joining.Contains(name) ? Joined(part) : [part])];

        private static Problem Refuse(string what, string where) =>
            new(what, where, "The lake answers reading queries over its own tables; see the list of tables.");

        private static double FactorOf(string name, List<JsonElement> arguments)
        {
            if (Stretching.Contains(name))
                return arguments.Skip(name is "range" or "generate_series" ? 0 : 1).Select(Whole).DefaultIfEmpty(1).Max();
            if (Replacing.Contains(name))
                return arguments.Skip(1).All(IsConstant) ? arguments.Where(IsConstant).Select(Length).Append(1).Max() : double.PositiveInfinity;
            return Spelling.Contains(name) ? 8 : 1;
        }

        private void Multiply(string name, double factor)
        {
            if (factor > 1)
                Why = name;
            Factor *= Math.Max(1, factor);
        }

        private static List<JsonElement> Arguments(JsonElement node) =>
            node.TryGetProperty("children", out var children) && children.ValueKind == JsonValueKind.Array ? [.. children.EnumerateArray()] : [];

        private static bool IsConstant(JsonElement node) => Text(node, "class") is "CONSTANT";

        // A number that is not written out may be anything.
        private static double Whole(JsonElement node)
        {
            if (!IsConstant(node) || !node.GetProperty("value").TryGetProperty("value", out var value))
                return double.PositiveInfinity;
            return value.ValueKind == JsonValueKind.Number ? Math.Abs(value.GetDouble()) : 1;
        }

        private static double Length(JsonElement node) =>
            node.GetProperty("value").TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Length : 1;

        private static string? Text(JsonElement node, string name) =>
            node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
