using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.DuckDb;

/// <summary>What the journal remembers, page by page.</summary>
internal static class ImportReader
{
    /// <summary>Rejects are only ever appended, so DuckDB's row number is their order and a position to go on from.</summary>
    public static IReadOnlyList<PlacedReject> Rejects(Database database, long import, long after, int limit)
    {
        var rejects = new List<PlacedReject>();
        using var connection = database.Connect();
        using var rows = connection.Query(
            "SELECT rowid, line, reason, raw, length FROM rejects WHERE import = ? AND rowid > ? ORDER BY rowid LIMIT ?",
            import, after, limit);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                rejects.Add(new PlacedReject(chunk[0].Values<long>()[i], RejectAt(chunk, i)));
        }
        return rejects;
    }

    public static IReadOnlyList<StoredImport> Imports(Database database, long before, int limit)
    {
        var imports = new List<StoredImport>();
        using var connection = database.Connect();
        using var rows = connection.Query(
            """
            SELECT id, path, digest, size, format, identity, started, finished, read, imported, duplicates, rejected, skipped
            FROM imports WHERE id < ? ORDER BY id DESC LIMIT ?
            """, before, limit);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                imports.Add(ImportAt(chunk, i));
        }
        return imports;
    }

    private static Reject RejectAt(Chunk chunk, int row) => new(
        chunk[1].Values<long>()[row], chunk[2].Text(row)!, chunk[3].Text(row)!, chunk[4].Values<long>()[row]);

    private static StoredImport ImportAt(Chunk chunk, int row)
    {
        long Number(int column) => chunk[column].Values<long>()[row];
        var finished = chunk[7].IsNull(row) ? (DateTimeOffset?)null : Micros.ToTime(Number(7));
        return new StoredImport(
            new ImportSource(chunk[1].Text(row)!, chunk[2].Text(row)!, Number(3), chunk[4].Text(row)!, chunk[5].Text(row)!),
            Micros.ToTime(Number(6)),
            finished,
            new ImportState(Number(0), Number(8), Number(9), Number(10), Number(11), Number(12), finished is not null));
    }
}
