using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>A temporary table of keys to join with, seen by its connection only.</summary>
internal static class KeyTable
{
    public static void Fill(Connection connection, string table, IReadOnlyCollection<ulong> keys)
    {
        connection.Run($"CREATE OR REPLACE TEMP TABLE {table} (key UBIGINT NOT NULL)");
        using var appender = connection.Append(table);
        var row = 0;
        foreach (var key in keys)
        {
            appender.Values<ulong>(0)[row++] = key;
            if (row < Appender.Capacity)
                continue;
            appender.Send(row);
            row = 0;
        }
        appender.Send(row);
        appender.Complete();
    }
}
