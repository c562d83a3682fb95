using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>The values of accounts.</summary>
internal sealed class AccountValues(Connection connection, CancellationToken cancel)
{
    // Of an account with more values than these, those it uses least are not weighed.
    private const int MostWeighed = 20_000;

    private readonly ValueUsage _usage = new(connection, TimeRange.All, cancel);

    public IReadOnlyList<UsedValue> Most(ulong account, int limit)
    {
        var used = Of([account]).GroupBy(act => (act.Kind, act.Value)).Select(g => (Key: g.Key, Acts: g.Count(), g.First().Place))
            .OrderByDescending(value => value.Acts).Take(MostWeighed).ToList();
        var usage = _usage.Count([.. used.Select(value => value.Key.Value)], withAccounts: true);
        var most = used.OrderByDescending(value => value.Acts).ThenByDescending(value => usage[value.Key].Bits).ThenBy(value => value.Key.Value).Take(limit).ToList();
        var names = _usage.Names([.. most.Select(value => value.Place)]);
        return most.ConvertAll(value => new UsedValue(
            value.Key.Kind, names[value.Place], value.Acts, usage[value.Key].Acts, usage[value.Key].Accounts, usage[value.Key].Bits));
    }

    /// <summary>All acts of these accounts that carry values.</summary>
    public List<ValueAct> Of(IReadOnlyCollection<ulong> accounts)
    {
        KeyTable.Fill(connection, "wanted", accounts);
        return Read("SELECT o.kind, o.value_key, o.account, o.time, o.event, o.rowid FROM observables o SEMI JOIN wanted w ON w.key = o.account");
    }

    /// <summary>Everybody's acts on these values.</summary>
    public List<ValueAct> On(IReadOnlyCollection<ulong> values)
    {
        KeyTable.Fill(connection, "wanted", values);
        return Read("SELECT o.kind, o.value_key, o.account, o.time, o.event, o.rowid FROM observables o SEMI JOIN wanted w ON w.key = o.value_key");
    }

    private List<ValueAct> Read(string sql)
    {
        var acts = new List<ValueAct>();
        using var rows = connection.Query(sql, [], cancel);
        while (rows.Read(out var chunk))
            ValueAct.Add(chunk, acts);
        return acts;
    }
}

/// <summary>One account acting on one value.</summary>
internal readonly record struct ValueAct(ObservableKind Kind, ulong Value, ulong Account, long Time, ulong Event, long Place)
{
    public (ObservableKind, ulong) Key => (Kind, Value);

    /// <summary>Takes rows of (kind, value key, account, time, event, place).</summary>
    public static void Add(Chunk chunk, List<ValueAct> acts)
    {
        var kinds = chunk[0].Values<ObservableKind>();
        var values = chunk[1].Values<ulong>();
        var accounts = chunk[2].Values<ulong>();
        var times = chunk[3].Values<long>();
        var events = chunk[4].Values<ulong>();
        var places = chunk[5].Values<long>();
        for (var i = 0; i < chunk.Count; i++)
            acts.Add(new ValueAct(kinds[i], values[i], accounts[i], times[i], events[i], places[i]));
    }
}
