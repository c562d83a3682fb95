using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>How often everybody uses certain values.</summary>
internal sealed class ValueUsage(Connection connection, TimeRange range, CancellationToken cancel)
{
    // Looking at every time where all count would cost as much as the rest.
    private readonly string _within = range == TimeRange.All ? "TRUE" : "o.time >= ? AND o.time < ?";
    private readonly Parameter[] _ends = range == TimeRange.All ? [] : [RangeEnds.From(range), RangeEnds.Until(range)];

    private Dictionary<ObservableKind, long>? _totals;

    /// <summary>Acts on each of these values, of whatever kind they are.</summary>
    /// <param name="withAccounts">Whether accounts are counted too, which doubles the work.</param>
    public IReadOnlyDictionary<(ObservableKind Kind, ulong Value), Usage> Count(IReadOnlyCollection<ulong> values, bool withAccounts = false)
    {
        KeyTable.Fill(connection, "wanted_values", [.. values.Distinct()]);
        var totals = _totals ??= Totals();
        var counts = new Dictionary<(ObservableKind, ulong), Usage>();
        using var rows = connection.Query(
            $"""
            SELECT o.kind, o.value_key, count(*), {(withAccounts ? "count(DISTINCT o.account)" : "0::BIGINT")}
            FROM observables o SEMI JOIN wanted_values w ON w.key = o.value_key WHERE {_within} GROUP BY o.kind, o.value_key
            """, _ends, cancel);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                var (kind, acts) = (chunk[0].Values<ObservableKind>()[i], chunk[2].Values<long>()[i]);
                counts[(kind, chunk[1].Values<ulong>()[i])] = new Usage(acts, chunk[3].Values<long>()[i], Math.Log2((double)totals[kind] / acts));
            }
        }
        return counts;
    }

    /// <summary>The written values at these places of the table.</summary>
    public IReadOnlyDictionary<long, string> Names(IReadOnlyCollection<long> places)
    {
        PlaceTable.Fill(connection, "value_places", places);
        var names = new Dictionary<long, string>(places.Count);
        using var rows = connection.Query("SELECT o.rowid, o.value FROM observables o JOIN value_places p ON o.rowid = p.place");
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                names[chunk[0].Values<long>()[i]] = chunk[1].Text(i)!;
        }
        return names;
    }

    private Dictionary<ObservableKind, long> Totals()
    {
        var totals = new Dictionary<ObservableKind, long>();
        using var rows = connection.Query(
            $"SELECT o.kind, count(*) FROM observables o WHERE {_within} GROUP BY o.kind", _ends, cancel);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                totals[chunk[0].Values<ObservableKind>()[i]] = chunk[1].Values<long>()[i];
        }
        return totals;
    }
}

/// <summary>Everybody's acts on a value, by how many accounts if that was asked, and how rare it is among the acts of its kind.</summary>
internal readonly record struct Usage(long Acts, long Accounts, double Bits);
