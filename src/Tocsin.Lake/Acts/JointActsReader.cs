using System.Runtime.InteropServices;
using Tocsin.Core.Events;
using Tocsin.Lake.Accounts;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Acts;

/// <summary>Reads the accounts' acts once, groups them by value, and asks the lake only about values they share.</summary>
internal sealed class JointActsReader(Connection connection, TimeRange range, CancellationToken cancel)
{
    // Values looked up in the lake at most; beyond, those shared by fewest accounts cannot come first anyway.
    private const int MostWeighed = 20_000;

    public JointActs Read(IReadOnlyCollection<ulong> accounts, int mostValues, int mostActs)
    {
        var acts = ReadActs(accounts);
        var shared = Shared(acts);
        if (shared.Count == 0)
            return JointActs.None;
        var usage = new ValueUsage(connection, range, cancel);
        var counts = usage.Count([.. shared.Take(MostWeighed).Select(value => value.Value)]);
        var chosen = shared.Take(MostWeighed)
            .Select(value => (Value: value, Usage: counts[(value.Kind, value.Value)]))
            .OrderByDescending(v => v.Value.Accounts * v.Usage.Bits).ThenByDescending(v => v.Value.Acts).ThenBy(v => v.Value.Value)
            .Take(mostValues).ToList();
        var names = usage.Names([.. chosen.Select(v => v.Value.Place)]);
        var values = chosen.ConvertAll(v => new JointValue(
            v.Value.Kind, names[v.Value.Place], v.Value.Accounts, v.Value.Acts, v.Usage.Acts, v.Usage.Bits));
        return Assemble(values, ActsOn(chosen.ConvertAll(v => (v.Value.Kind, v.Value.Value)), acts), shared.Count, mostActs);
    }

    // Most values are used once: they cost one entry and no set.
    private static List<SharedByAccounts> Shared(List<ValueAct> acts)
    {
        var tallies = new Dictionary<(ObservableKind, ulong), Tally>();
        foreach (var act in acts)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, (act.Kind, act.Value), out _);
            (tally ??= new Tally(act.Account, act.Place)).Add(act.Account);
        }
        return [.. tallies.Where(t => t.Value.Accounts > 1).Select(t => new SharedByAccounts(t.Key.Item1, t.Key.Item2, t.Value.Place, t.Value.Accounts, t.Value.Acts))
            .OrderByDescending(value => value.Accounts)];
    }

    private static List<List<ValueAct>> ActsOn(List<(ObservableKind, ulong)> values, List<ValueAct> acts)
    {
        var number = values.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);
        var on = values.ConvertAll(_ => new List<ValueAct>());
        foreach (var act in acts)
        {
            if (number.TryGetValue((act.Kind, act.Value), out var value))
                on[value].Add(act);
        }
        return on;
    }

    private List<ValueAct> ReadActs(IReadOnlyCollection<ulong> accounts)
    {
        KeyTable.Fill(connection, "wanted", accounts);
        var acts = new List<ValueAct>();
        using var rows = connection.Query(
            """
            SELECT o.kind, o.value_key, o.account, o.time, o.event, o.rowid FROM observables o SEMI JOIN wanted w ON w.key = o.account
            WHERE o.time >= ? AND o.time < ?
            """, [RangeEnds.From(range), RangeEnds.Until(range)], cancel);
        while (rows.Read(out var chunk))
            ValueAct.Add(chunk, acts);
        return acts;
    }

    private static JointActs Assemble(IReadOnlyList<JointValue> values, IReadOnlyList<IReadOnlyList<ValueAct>> actsOf, int valuesInAll, int mostActs)
    {
        var cells = actsOf.SelectMany((acts, value) => acts.GroupBy(act => act.Account).Select(g => (Account: g.Key, Value: value, Acts: g.Count()))).ToList();
        var accounts = cells.GroupBy(cell => cell.Account).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Sum(c => c.Acts)).ThenBy(g => g.Key)
            .Select(g => g.Key).ToList();
        var number = accounts.Select((account, i) => (account, i)).ToDictionary(pair => pair.account, pair => pair.i);
        var listed = actsOf.SelectMany((acts, value) => acts.Select(act => new JointAct(Micros.ToTime(act.Time), number[act.Account], value, act.Event)))
            .Take(mostActs).OrderBy(act => act.Time).ThenBy(act => act.Account).ToList();
        return new JointActs(
            accounts, values, listed, cells.ConvertAll(cell => new JointCell(number[cell.Account], cell.Value, cell.Acts)),
            valuesInAll, actsOf.Sum(acts => acts.Count));
    }

    private readonly record struct SharedByAccounts(ObservableKind Kind, ulong Value, long Place, int Accounts, int Acts);

    private sealed class Tally(ulong first, long place)
    {
        private HashSet<ulong>? _accounts;

        public long Place { get; } = place;

        public int Acts { get; private set; }

        public int Accounts => _accounts?.Count ?? 1;

        public void Add(ulong account)
        {
            Acts++;
            if (_accounts is not null || account != first)
                (_accounts ??= [first]).Add(account);
        }
    }
}
