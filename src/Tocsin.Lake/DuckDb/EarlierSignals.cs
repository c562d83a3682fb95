using System.Text.Json;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Signals that version 0.1 kept in the lake, until they are moved to where signals rest now.</summary>
public sealed class EarlierSignals
{
    private readonly Database _database;
    private readonly LakeWriter _writer;

    internal EarlierSignals(Database database, LakeWriter writer) => (_database, _writer) = (database, writer);

    /// <summary>Every signal as it stood after each scan that changed it, oldest first.</summary>
    public IReadOnlyList<Signal> Load()
    {
        var signals = new List<Signal>();
        using var connection = _database.Connect();
        using var rows = connection.Query("SELECT document FROM signal_history ORDER BY rowid");
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                signals.Add(JsonSerializer.Deserialize<Signal>(chunk[0].Bytes(i))!);
        }
        return signals;
    }

    /// <summary>Forgets them, once they have been moved.</summary>
    public void Clear() => _writer.Transact(connection =>
    {
        connection.Run("DELETE FROM signals");
        connection.Run("DELETE FROM signal_history");
    });
}
