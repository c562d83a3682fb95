using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>Tells whether an index is of this lake: a lake only ever grows, so where batches ended it still holds the same events.</summary>
internal static class SearchIdentity
{
    public static bool Holds(Database lake, IReadOnlyCollection<(long Places, ulong Key)> ends)
    {
        var missing = ends.ToDictionary(end => end.Places - 1, end => end.Key);
        if (missing.Count == 0)
            return true;
        using var connection = lake.Connect();
        PlaceTable.Fill(connection, "ends", missing.Keys);
        using var rows = connection.Query("SELECT e.rowid, e.key FROM events e JOIN ends ON e.rowid = ends.place");
        while (rows.Read(out var chunk))
        {
            var places = chunk[0].Values<long>();
            var keys = chunk[1].Values<ulong>();
            for (var i = 0; i < chunk.Count; i++)
            {
                if (missing[places[i]] == keys[i])
                    missing.Remove(places[i]);
            }
        }
        return missing.Count == 0;
    }
}
