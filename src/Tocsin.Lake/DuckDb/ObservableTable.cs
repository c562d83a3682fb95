using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Writes the table of observables, by columns.</summary>
internal sealed class ObservableTable : IDisposable
{
    private readonly Appender appender;
    private int row;

    private ObservableTable(Connection connection) => appender = connection.Append("observables");

    /// <summary>Appends the observables of events; what an event names twice is kept once.</summary>
    public static void Append(Connection connection, ReadOnlySpan<KeyedEvent> events)
    {
        using var table = new ObservableTable(connection);
        var seen = new HashSet<(ObservableKind, ulong)>();
        foreach (ref readonly var e in events)
        {
            seen.Clear();
            foreach (var (kind, value) in e.Incoming.Observables)
            {
                var key = Keys.Of(value);
                if (seen.Add((kind, key)))
                    table.Add(e.Key, e.Time, e.Account, kind, key, value);
            }
        }
        table.Complete();
    }

    /// <summary>Puts these rows in the place of all rows of the kind.</summary>
    public static void Replace(Connection connection, ObservableKind kind, IReadOnlyList<DerivedAction> actions)
    {
        connection.Execute("DELETE FROM observables WHERE kind = ?", (int)kind);
        using var table = new ObservableTable(connection);
        foreach (var action in actions)
            table.Add(action.Event, action.Time, action.Account, kind, Keys.Of(action.Value), action.Value);
        table.Complete();
    }

    public void Dispose() => appender.Dispose();

    private void Add(ulong @event, long time, ulong account, ObservableKind kind, ulong key, string value)
    {
        appender.Values<ulong>(0)[row] = @event;
        appender.Values<long>(1)[row] = time;
        appender.Values<ulong>(2)[row] = account;
        appender.Values<ObservableKind>(3)[row] = kind;
        appender.Values<ulong>(4)[row] = key;
        appender.SetText(5, row, value);
        if (++row == Appender.Capacity)
            Send();
    }

    private void Send()
    {
        appender.Send(row);
        row = 0;
    }

    private void Complete()
    {
        Send();
        appender.Complete();
    }
}
