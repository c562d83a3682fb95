using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tocsin.Lake.Search;

/// <summary>Adds batches to the index; a batch and how far it reaches are kept together or not at all.</summary>
internal sealed class SearchWriter(SqliteConnection connection) : IDisposable
{
    private const int LookEvery = 4096;

    /// <summary>How many events of the lake are in the index.</summary>
    public long Places => SearchFile.Scalar(connection, "SELECT max(places) FROM progress");

    public void Add(SearchBatch batch, CancellationToken cancel)
    {
        using var transaction = connection.BeginTransaction();
        Insert(batch, cancel);
        using var progress = connection.CreateCommand();
        progress.CommandText = "INSERT INTO progress VALUES ($places, $key)";
        progress.Parameters.AddWithValue("$places", batch.Until);
        progress.Parameters.AddWithValue("$key", unchecked((long)batch.LastKey));
        progress.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Where batches ended, or the last one did, with the key of the event there.</summary>
    public IReadOnlyCollection<(long Places, ulong Key)> Progress(bool last)
    {
        var ends = new List<(long, ulong)>();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT places, key FROM progress ORDER BY places DESC LIMIT {(last ? 1 : -1)}";
        using var rows = command.ExecuteReader();
        while (rows.Read())
            ends.Add((rows.GetInt64(0), unchecked((ulong)rows.GetInt64(1))));
        return ends;
    }

    public void Dispose() => connection.Dispose();

    // Statement by statement through the bare library: a command would cost as much as the index itself.
    private void Insert(SearchBatch batch, CancellationToken cancel)
    {
        var database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, "INSERT INTO posts(rowid, words) VALUES (?, ?)", out var insert));
        using (insert)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (i % LookEvery == 0)
                    cancel.ThrowIfCancellationRequested();
                raw.sqlite3_bind_int64(insert, 1, batch.Row(i));
                raw.sqlite3_bind_text(insert, 2, batch.Words(i));
                if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                    Check(raw.sqlite3_errcode(database));
                raw.sqlite3_reset(insert);
            }
        }
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
