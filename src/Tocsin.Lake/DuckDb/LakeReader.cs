using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Reads the lake by columns; every call on a connection, and so a snapshot, of its own.</summary>
internal sealed class LakeReader(Database database)
{
    private const string InRange = "time >= ? AND time < ?";

    public LakeSummary Summarise()
    {
        using var connection = database.Connect();
        using var rows = connection.Query(
            "SELECT count(*), (SELECT count(DISTINCT key) FROM profiles), min(time), max(time) FROM events");
        rows.Read(out var chunk);
        return new LakeSummary(
            chunk![0].Values<long>()[0], chunk[1].Values<long>()[0], TimeAt(chunk[2], 0), TimeAt(chunk[3], 0));
    }

    public IReadOnlyDictionary<ObservableKind, long> CountActions(TimeRange range)
    {
        var counts = new SortedDictionary<ObservableKind, long>();
        using var connection = database.Connect();
        using var rows = connection.Query(
            $"SELECT kind, count(*) FROM observables WHERE {InRange} GROUP BY kind", RangeEnds.From(range), RangeEnds.Until(range));
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                counts[chunk[0].Values<ObservableKind>()[i]] = chunk[1].Values<long>()[i];
        }
        return counts;
    }

    public ActionColumns ReadActions(ObservableKind kind, TimeRange range)
    {
        var sort = new ActionSort();
        using var connection = database.Connect();
        using var rows = connection.Query(
            $"SELECT value_key, time, account, event FROM observables WHERE kind = ? AND {InRange}",
            (int)kind, RangeEnds.From(range), RangeEnds.Until(range));
        while (rows.Read(out var chunk))
            sort.Add(chunk[0].Values<ulong>(), chunk[1].Values<long>(), chunk[2].Values<ulong>(), chunk[3].Values<ulong>());
        return sort.Sorted();
    }

    public TextColumns ReadTexts(TimeRange range)
    {
        var (events, accounts, times) = (new ColumnBuilder<ulong>(), new ColumnBuilder<ulong>(), new ColumnBuilder<long>());
        var texts = new List<string>();
        using var connection = database.Connect();
        using var rows = connection.Query(
            $"SELECT key, account, time, text FROM events WHERE text IS NOT NULL AND kind <> ? AND {InRange} ORDER BY time, key",
            (int)EventKind.Repost, RangeEnds.From(range), RangeEnds.Until(range));
        while (rows.Read(out var chunk))
        {
            events.Add(chunk[0].Values<ulong>());
            accounts.Add(chunk[1].Values<ulong>());
            times.Add(chunk[2].Values<long>());
            var column = chunk[3];
            for (var i = 0; i < chunk.Count; i++)
                texts.Add(column.Text(i)!);
        }
        return new TextColumns(events.ToArray(), accounts.ToArray(), times.ToArray(), [.. texts]);
    }

    public EventColumns ReadEventTimes(TimeRange range)
    {
        var (events, accounts, times) = (new ColumnBuilder<ulong>(), new ColumnBuilder<ulong>(), new ColumnBuilder<long>());
        var kinds = new ColumnBuilder<EventKind>();
        using var connection = database.Connect();
        using var rows = connection.Query(
            $"SELECT key, account, time, kind FROM events WHERE {InRange} ORDER BY time, key", RangeEnds.From(range), RangeEnds.Until(range));
        while (rows.Read(out var chunk))
        {
            events.Add(chunk[0].Values<ulong>());
            accounts.Add(chunk[1].Values<ulong>());
            times.Add(chunk[2].Values<long>());
            kinds.Add(chunk[3].Values<EventKind>());
        }
        return new EventColumns(events.ToArray(), accounts.ToArray(), times.ToArray(), kinds.ToArray());
    }

    public IReadOnlyDictionary<ulong, Event> ReadEvents(IReadOnlyCollection<ulong> keys)
    {
        var events = new Dictionary<ulong, Event>(keys.Count);
        using var connection = database.Connect();
        KeyTable.Fill(connection, "wanted", keys);
        using var rows = connection.Query(
            """
            WITH places AS MATERIALIZED (SELECT rowid AS place FROM events SEMI JOIN wanted USING (key)),
                 found AS MATERIALIZED (SELECT e.* FROM events e JOIN places ON e.rowid = places.place),
                 authors AS (SELECT key, any_value(id) AS id FROM profiles
                             WHERE key IN (SELECT account FROM found) GROUP BY key)
            SELECT e.key, e.platform, e.id, a.id, e.time, e.kind, e.text, e.language, e.target
            FROM found e JOIN authors a ON a.key = e.account
            """);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                events[chunk[0].Values<ulong>()[i]] = EventAt(chunk, i);
        }
        return events;
    }

    public IReadOnlyDictionary<ulong, StoredAccount> ReadAccounts(IReadOnlyCollection<ulong>? keys)
    {
        var accounts = new Dictionary<ulong, StoredAccount>(keys?.Count ?? 0);
        using var connection = database.Connect();
        var (profiles, only) = keys is null ? ("profiles", "") : ("wanted_profiles", "WHERE account IN (SELECT key FROM wanted)");
        if (keys is not null)
        {
            KeyTable.Fill(connection, "wanted", keys);
            connection.Run("CREATE TEMP VIEW wanted_profiles AS FROM profiles SEMI JOIN wanted USING (key)");
        }
        using var rows = connection.Query(
            $"""
            SELECT a.key, a.platform, a.id, a.handle, a.display_name, a.bio, a.created_at, a.followers, a.following,
                   e.events, e.first, e.last
            FROM fold_profiles('{profiles}') a
            JOIN (SELECT account AS key, count(*) AS events, min(time) AS first, max(time) AS last
                  FROM events {only} GROUP BY account) e USING (key)
            """);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                accounts[chunk[0].Values<ulong>()[i]] = AccountAt(chunk, i);
        }
        return accounts;
    }

    public IReadOnlyDictionary<ulong, string> ReadValues(ObservableKind kind, IReadOnlyCollection<ulong> values)
    {
        var texts = new Dictionary<ulong, string>(values.Count);
        using var connection = database.Connect();
        KeyTable.Fill(connection, "wanted", values);
        using var rows = connection.Query(
            """
            SELECT value_key, any_value(value) FROM observables
            WHERE kind = ? AND value_key IN (SELECT key FROM wanted) GROUP BY value_key
            """, (int)kind);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                texts[chunk[0].Values<ulong>()[i]] = chunk[1].Text(i)!;
        }
        return texts;
    }

    private static Event EventAt(Chunk chunk, int row) => new()
    {
        Platform = chunk[1].Text(row)!,
        Id = chunk[2].Text(row)!,
        AccountId = chunk[3].Text(row)!,
        Time = Micros.ToTime(chunk[4].Values<long>()[row]),
        Kind = chunk[5].Values<EventKind>()[row],
        Text = chunk[6].Text(row),
        Language = chunk[7].Text(row),
        TargetId = chunk[8].Text(row),
    };

    private static StoredAccount AccountAt(Chunk chunk, int row) => new(
        new AccountProfile
        {
            Platform = chunk[1].Text(row)!,
            Id = chunk[2].Text(row)!,
            Handle = chunk[3].Text(row),
            DisplayName = chunk[4].Text(row),
            Bio = chunk[5].Text(row),
            CreatedAt = TimeAt(chunk[6], row),
            Followers = NumberAt(chunk[7], row),
            Following = NumberAt(chunk[8], row),
        },
        chunk[9].Values<long>()[row], Micros.ToTime(chunk[10].Values<long>()[row]), Micros.ToTime(chunk[11].Values<long>()[row]));

    private static DateTimeOffset? TimeAt(Column column, int row) =>
        column.IsNull(row) ? null : Micros.ToTime(column.Values<long>()[row]);

    private static long? NumberAt(Column column, int row) => column.IsNull(row) ? null : column.Values<long>()[row];
}
