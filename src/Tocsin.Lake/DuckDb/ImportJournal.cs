using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.DuckDb;

/// <summary>The journal of imports, in the lake's own tables, so that a batch and its position commit together.</summary>
internal sealed class ImportJournal(Database database, LakeWriter writer) : IImportJournal
{
    private const string Columns = "id, read, imported, duplicates, rejected, skipped, finished IS NOT NULL";

    public ImportState Begin(ImportSource source, DateTimeOffset now) =>
        writer.Transact(c => Find(c, source.Identity) ?? Start(c, source, now));

    public WriteResult Commit(long import, ImportBatch batch) => writer.Transact(c =>
    {
        var result = EventTables.Add(c, batch.Events);
        Count(c, import, batch, result);
        return result;
    });

    public IReadOnlyList<bool> CommitEach(long import, ImportBatch batch) => writer.Transact(c =>
    {
        var each = EventTables.AddEach(c, batch.Events);
        var added = each.Count(isNew => isNew);
        Count(c, import, batch, new WriteResult(added, each.Length - added));
        return each;
    });

    public void Finish(long import, DateTimeOffset now) =>
        writer.Transact(c =>
        {
            c.Execute("UPDATE imports SET finished = ? WHERE id = ?", now, import);
            ProfileTable.Compact(c);
        });

    public IReadOnlyList<StoredReject> ReadRejects(int limit)
    {
        var rejects = new List<StoredReject>();
        using var connection = database.Connect();
        using var rows = connection.Query(
            """
            SELECT r.import, i.path, i.format, i.started, r.line, r.reason, r.raw, r.length
            FROM rejects r JOIN imports i ON i.id = r.import
            ORDER BY r.import DESC, r.line LIMIT ?
            """, limit);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                rejects.Add(RejectAt(chunk, i));
        }
        return rejects;
    }

    public IReadOnlyList<PlacedReject> ReadRejects(long import, long after, int limit) => ImportReader.Rejects(database, import, after, limit);

    public IReadOnlyList<StoredImport> ReadImports(long before, int limit) => ImportReader.Imports(database, before, limit);

    private static void Count(Connection connection, long import, ImportBatch batch, WriteResult result)
    {
        AppendRejects(connection, import, batch.Rejects);
        connection.Execute(
            """
            UPDATE imports SET read = read + ?, imported = imported + ?, duplicates = duplicates + ?,
                               rejected = rejected + ?, skipped = skipped + ?
            WHERE id = ?
            """,
            batch.Records, result.Added, result.Duplicates, batch.Rejects.Count, batch.Skipped, import);
    }

    private static ImportState? Find(Connection connection, string identity)
    {
        if (identity.Length == 0)
            return null;
        using var rows = connection.Query($"SELECT {Columns} FROM imports WHERE identity = ? ORDER BY id LIMIT 1", identity);
        if (!rows.Read(out var chunk) || chunk.Count == 0)
            return null;
        long At(int column) => chunk[column].Values<long>()[0];
        return new ImportState(At(0), At(1), At(2), At(3), At(4), At(5), chunk[6].Values<bool>()[0]);
    }

    private static ImportState Start(Connection connection, ImportSource source, DateTimeOffset now)
    {
        var id = connection.Scalar<long>("SELECT max(id) FROM imports") + 1;
        connection.Execute(
            "INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0, 0, 0, 0, 0)",
            id, source.Path, source.Sha256, source.Size, source.Format, source.Identity, now);
        return new ImportState(id, 0, 0, 0, 0, 0, Finished: false);
    }

    private static void AppendRejects(Connection connection, long import, IReadOnlyList<Reject> rejects)
    {
        if (rejects.Count == 0)
            return;
        using var appender = connection.Append("rejects");
        for (var i = 0; i < rejects.Count; i++)
        {
            var row = i % Appender.Capacity;
            appender.Values<long>(0)[row] = import;
            appender.Values<long>(1)[row] = rejects[i].Line;
            appender.SetText(2, row, rejects[i].Reason);
            appender.SetText(3, row, rejects[i].Raw);
            appender.Values<long>(4)[row] = rejects[i].Length;
            if (row == Appender.Capacity - 1 || i == rejects.Count - 1)
                appender.Send(row + 1);
        }
        appender.Complete();
    }

    private static StoredReject RejectAt(Chunk chunk, int row) => new(
        chunk[0].Values<long>()[row], chunk[1].Text(row)!, chunk[2].Text(row)!, Micros.ToTime(chunk[3].Values<long>()[row]),
        new Reject(chunk[4].Values<long>()[row], chunk[5].Text(row)!, chunk[6].Text(row)!, chunk[7].Values<long>()[row]));
}
