using Tocsin.Core;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Coactions;

/// <summary>The SQL that reads a file of shares: hashes of object, account and content, the account's name, and microseconds.
/// Everything is read as text, so that an id such as 007 stays what it is.</summary>
internal static class ShareQuery
{
    /// <summary>Columns: hash of the object, of the account, the account, hash of the content, the time as seconds or null, else as
    /// microseconds or null, whether the object is missing, whether account or content is.</summary>
    public static string For(Connection connection, ShareSource source, out ShareColumns columns)
    {
        var format = FormatOf(source.Path);
        var types = Describe(connection, Table(format, source.Path, null));
        columns = ShareColumns.Find(source, [.. types.Keys]);
        return Select(columns, Table(format, source.Path, columns), format == Format.Parquet ? types[columns.Time] : "VARCHAR");
    }

    private static string Select(ShareColumns columns, string table, string timeType) => $"""
        SELECT hash({ObjectOf(columns)}), hash(a), a, hash(c), {TimeOf(timeType)}, o IS NULL, a IS NULL OR c IS NULL
        FROM (SELECT {Text(columns.Object)} AS o, {Text(columns.Account)} AS a, {Text(columns.Content)} AS c, {Name(columns.Time)} AS t FROM {table})
        """;

    private static string ObjectOf(ShareColumns columns) => columns.Kind is null ? "o" : $"{Quote(columns.Kind)} || o";

    /// <summary>Text is read as DOUBLE, which holds seconds to the microsecond: DuckDB rounds 100.5 to the whole when asked for BIGINT.</summary>
    private static string TimeOf(string type) => type switch
    {
        "VARCHAR" => "TRY_CAST(t AS DOUBLE), CASE WHEN TRY_CAST(t AS DOUBLE) IS NULL THEN epoch_us(TRY_CAST(t AS TIMESTAMP)) END",
        "TIMESTAMP WITH TIME ZONE" => "NULL::DOUBLE, epoch_us(t)",
        _ when type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || type == "DATE" => "NULL::DOUBLE, epoch_us(t::TIMESTAMP)",
        _ => "CAST(t AS DOUBLE), NULL::BIGINT",
    };

    private static Dictionary<string, string> Describe(Connection connection, string table)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = connection.Query($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {table})");
        while (rows.Read(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++) types[chunk[0].Text(row)!] = chunk[1].Text(row)!;
        }
        return types;
    }

    /// <summary>The file as a table; JSON takes every field for text only once the fields are known.</summary>
    private static string Table(Format format, string path, ShareColumns? columns) => format switch
    {
        Format.Parquet => $"read_parquet({Quote(path)})",
        Format.Json => $"read_json({Quote(path)}{(columns is null ? "" : $", columns = {{{TextFields(columns)}}}")})",
        _ => $"read_csv({Quote(path)}, header = true, all_varchar = true)",
    };

    private static string TextFields(ShareColumns columns) => string.Join(", ",
        new[] { columns.Object, columns.Account, columns.Content, columns.Time }.Distinct().Select(name => $"{Quote(name)}: 'VARCHAR'"));

    private static string Text(string column) => $"CAST({Name(column)} AS VARCHAR)";

    private static string Name(string column) => $"\"{column.Replace("\"", "\"\"")}\"";

    private static string Quote(string text) => $"'{text.Replace("'", "''")}'";

    private static Format FormatOf(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var packed in new[] { ".gz", ".zst" })
        {
            if (name.EndsWith(packed, StringComparison.OrdinalIgnoreCase)) name = name[..^packed.Length];
        }
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" or ".txt" => Format.Csv,
            ".jsonl" or ".ndjson" or ".json" => Format.Json,
            ".parquet" => Format.Parquet,
            var other => throw new Problem($"Files ending in '{other}' are not read here", path, "give .csv, .tsv, .jsonl or .parquet; text also as .gz or .zst"),
        };
    }

    private enum Format { Csv, Json, Parquet }
}
