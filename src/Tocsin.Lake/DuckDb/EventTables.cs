using System.Runtime.InteropServices;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Adds a batch of events with their accounts and observables, within the caller's transaction.</summary>
internal static class EventTables
{
    public static WriteResult Add(Connection connection, IReadOnlyList<IncomingEvent> events)
    {
        var fresh = AddNew(connection, events);
        return new WriteResult(fresh.Count, events.Count - fresh.Count);
    }

    /// <summary>Says of each event whether it was new.</summary>
    public static bool[] AddEach(Connection connection, IReadOnlyList<IncomingEvent> events)
    {
        var added = AddNew(connection, events).Select(e => e.Incoming).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. events.Select(added.Contains)];
    }

    private static List<KeyedEvent> AddNew(Connection connection, IReadOnlyList<IncomingEvent> events)
    {
        var fresh = NewEvents(connection, events);
        if (fresh.Count > 0)
        {
            AppendEvents(connection, CollectionsMarshal.AsSpan(fresh));
            ObservableTable.Append(connection, CollectionsMarshal.AsSpan(fresh));
            ProfileTable.Append(connection, CollectionsMarshal.AsSpan(fresh));
        }
        return fresh;
    }

    // Of several events with one key in the batch, the first counts.
    private static List<KeyedEvent> NewEvents(Connection connection, IReadOnlyList<IncomingEvent> events)
    {
        var keys = new HashSet<ulong>(events.Count);
        var fresh = new List<KeyedEvent>(events.Count);
        foreach (var incoming in events)
        {
            var key = incoming.Event.Key;
            if (keys.Add(key))
                fresh.Add(new KeyedEvent(key, incoming.Event.AccountKey, Micros.Of(incoming.Event.Time), incoming));
        }
        var known = KnownKeys(connection, keys);
        if (known.Count > 0)
            fresh.RemoveAll(e => known.Contains(e.Key));
        return fresh;
    }

    private static HashSet<ulong> KnownKeys(Connection connection, HashSet<ulong> keys)
    {
        var known = new HashSet<ulong>();
        if (keys.Count == 0 || connection.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM events LIMIT 1)") == 0)
            return known;
        KeyTable.Fill(connection, "incoming_keys", keys);
        using var rows = connection.Query("SELECT key FROM events SEMI JOIN incoming_keys USING (key)");
        while (rows.Read(out var chunk))
        {
            foreach (var key in chunk[0].Values<ulong>())
                known.Add(key);
        }
        return known;
    }

    private static void AppendEvents(Connection connection, ReadOnlySpan<KeyedEvent> events)
    {
        using var appender = connection.Append("events");
        for (; events.Length > 0; events = events[Math.Min(Appender.Capacity, events.Length)..])
        {
            var rows = events[..Math.Min(Appender.Capacity, events.Length)];
            FillNumbers(appender, rows);
            FillTexts(appender, rows);
            appender.Send(rows.Length);
        }
        appender.Complete();
    }

    private static void FillNumbers(Appender appender, ReadOnlySpan<KeyedEvent> rows)
    {
        var keys = appender.Values<ulong>(0);
        var accounts = appender.Values<ulong>(3);
        var times = appender.Values<long>(4);
        var kinds = appender.Values<EventKind>(5);
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var row = ref rows[i];
            keys[i] = row.Key;
            accounts[i] = row.Account;
            times[i] = row.Time;
            kinds[i] = row.Incoming.Event.Kind;
        }
    }

    private static void FillTexts(Appender appender, ReadOnlySpan<KeyedEvent> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var e = rows[i].Incoming.Event;
            appender.SetText(1, i, e.Platform);
            appender.SetText(2, i, e.Id);
            appender.SetText(6, i, e.Text);
            appender.SetText(7, i, e.Language);
            appender.SetText(8, i, e.TargetId);
        }
    }
}

/// <summary>An incoming event with its keys and its time in microseconds, computed once.</summary>
internal readonly record struct KeyedEvent(ulong Key, ulong Account, long Time, IncomingEvent Incoming);
