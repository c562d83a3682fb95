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
        var shared = acts.GroupBy(act => (act.Kind, act.Value)).Select(Group.Of).Where(value => value.Accounts > 1)
            .OrderByDescending(value => value.Accounts).ToList();
        if (shared.Count == 0)
            return JointActs.None;
        var usage = new ValueUsage(connection, range, cancel);
        var counts = usage.Count([.. shared.Take(MostWeighed).Select(value => value.Value)]);
        var chosen = shared.Take(MostWeighed)
            .Select(value => (Value: value, Usage: counts[(value.Kind, value.Value)]))
            .OrderByDescending(v => v.Value.Accounts * v.Usage.Bits).ThenByDescending(v => v.Value.Acts.Count).ThenBy(v => v.Value.Value)
            .Take(mostValues).ToList();
        var names = usage.Names([.. chosen.Select(v => v.Value.Place)]);
        var values = chosen.ConvertAll(v => new JointValue(
            v.Value.Kind, names[v.Value.Place], v.Value.Accounts, v.Value.Acts.Count, v.Usage.Acts, v.Usage.Bits));
        return Assemble(values, chosen.ConvertAll(v => v.Value.Acts), shared.Count, mostActs);
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

    private sealed record Group(ObservableKind Kind, ulong Value, long Place, int Accounts, IReadOnlyList<ValueAct> Acts)
    {
        public static Group Of(IGrouping<(ObservableKind Kind, ulong Value), ValueAct> group)
        {
            var acts = group.ToList();
            return new Group(
                group.Key.Kind, group.Key.Value, acts[0].Place, acts.Count == 1 ? 1 : acts.Select(act => act.Account).Distinct().Count(), acts);
        }
    }
}
