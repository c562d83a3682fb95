using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>A temporary table of places (row ids) in another table, to join with, seen by its connection only. Rows are only ever
/// added to the table of events, so an event keeps its place.</summary>
internal static class PlaceTable
{
    public static void Fill(Connection connection, string table, IReadOnlyCollection<long> places)
    {
        connection.Run($"CREATE OR REPLACE TEMP TABLE {table} (place BIGINT NOT NULL)");
        using var appender = connection.Append(table);
        var row = 0;
        foreach (var place in places)
        {
            appender.Values<long>(0)[row++] = place;
            if (row < Appender.Capacity)
                continue;
            appender.Send(row);
            row = 0;
        }
        appender.Send(row);
        appender.Complete();
    }
}
