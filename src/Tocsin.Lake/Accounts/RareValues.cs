using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>The values of an account that few enough others use to say something, with everybody's acts on them.</summary>
internal sealed class RareValues(Connection connection, ValueUsage usage, CancellationToken cancel)
{
    // What a great many do ties nobody to anybody.
    private const int MostActs = 2_000;

    // Reading stays bounded for accounts with very many values: the rarest are taken.
    private const int MostActsInAll = 20_000;

    private readonly AccountValues _values = new(connection, cancel);

    public RareValuesOf Of(ulong account)
    {
        var acts = _values.Of([account]);
        var counts = usage.Count([.. acts.Select(act => act.Value).Distinct()]);
        var room = MostActsInAll;
        var rare = acts.Select(act => act.Key).Distinct().Where(key => counts[key].Acts is > 1 and <= MostActs)
            .OrderBy(key => counts[key].Acts).TakeWhile(key => (room -= (int)counts[key].Acts) >= 0).ToHashSet();
        var times = acts.Where(act => rare.Contains(act.Key)).GroupBy(act => act.Key).ToDictionary(g => g.Key, g => g.Select(act => act.Time).Order().ToList());
        var others = rare.Count == 0 ? [] : _values.On([.. rare.Select(key => key.Item2)]);
        others.RemoveAll(act => act.Account == account || !rare.Contains(act.Key));
        return new RareValuesOf(acts, times, others, rare.ToDictionary(key => key, key => counts[key].Bits));
    }

    public IReadOnlyDictionary<long, string> Names(IReadOnlyCollection<long> places) => usage.Names(places);
}

/// <summary>What <see cref="RareValues"/> found.</summary>
/// <param name="Own">All acts of the account with values.</param>
/// <param name="Times">When it used each rare value, in order.</param>
/// <param name="Others">Acts of others on them.</param>
/// <param name="Bits">How rare each is.</param>
internal sealed record RareValuesOf(
    IReadOnlyList<ValueAct> Own, IReadOnlyDictionary<(ObservableKind, ulong), List<long>> Times, IReadOnlyList<ValueAct> Others,
    IReadOnlyDictionary<(ObservableKind, ulong), double> Bits);
