using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Hunting;

/// <summary>Reads whole posts by their numbers.</summary>
internal static class PostReader
{
    private const string Posts = """
        WITH found AS MATERIALIZED (SELECT e.rowid AS place, e.* FROM events e JOIN places ON e.rowid = places.place),
             authors AS (SELECT key, any_value(id) AS id, arg_max(handle, last_seen) AS handle, arg_max(display_name, last_seen) AS display_name
                         FROM profiles WHERE key IN (SELECT account FROM found) GROUP BY key)
        SELECT e.place, e.key, e.platform, e.id, a.id, e.time, e.kind, e.text, e.language, e.target, a.handle, a.display_name
        FROM found e JOIN authors a ON a.key = e.account
        """;

    /// <summary>The posts in the order asked for; those the lake does not hold are left out.</summary>
    public static IReadOnlyList<Post> Read(Connection connection, IReadOnlyCollection<long> rows)
    {
        if (rows.Count == 0)
            return [];
        PlaceTable.Fill(connection, "places", [.. rows.Select(SearchRow.Place)]);
        var posts = new Dictionary<long, Post>(rows.Count);
        using var found = connection.Query(Posts);
        while (found.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                posts[chunk[0].Values<long>()[i]] = PostAt(chunk, i);
        }
        return [.. rows.Select(row => posts.GetValueOrDefault(SearchRow.Place(row))).OfType<Post>()];
    }

    /// <summary>A page of rows of which there is one more than fits when others follow.</summary>
    public static HuntPage Page(Connection connection, IReadOnlyList<long> rows, int limit)
    {
        var shown = rows.Count > limit ? [.. rows.Take(limit)] : rows;
        return new HuntPage(Read(connection, shown), rows.Count > limit ? PageCursor.Write(shown[^1]) : null);
    }

    private static Post PostAt(Chunk chunk, int row) => new(
        chunk[1].Values<ulong>()[row],
        new Event
        {
            Platform = chunk[2].Text(row)!,
            Id = chunk[3].Text(row)!,
            AccountId = chunk[4].Text(row)!,
            Time = Micros.ToTime(chunk[5].Values<long>()[row]),
            Kind = chunk[6].Values<EventKind>()[row],
            Text = chunk[7].Text(row),
            Language = chunk[8].Text(row),
            TargetId = chunk[9].Text(row),
        },
        chunk[10].Text(row), chunk[11].Text(row));
}
