using Tocsin.Core.Events;

namespace Tocsin.Core.Tests.Detection.Coordination;

/// <summary>A lake of lists, slow and obvious, for tests of what reads one.</summary>
internal sealed class MemoryLake(IEnumerable<IncomingEvent> events) : ILake
{
    private readonly List<IncomingEvent> _events = [.. events.OrderBy(e => e.Event.Time)];
    private readonly Dictionary<ObservableKind, IReadOnlyList<DerivedAction>> _derived = [];

    public LakeSummary Summarise() => new(_events.Count, _events.Select(e => e.Event.AccountKey).Distinct().Count(), null, null);

    public IReadOnlyDictionary<ObservableKind, long> CountActions(TimeRange range) =>
        Enum.GetValues<ObservableKind>().ToDictionary(kind => kind, kind => (long)Actions(kind, range).Count());

    public ActionColumns ReadActions(ObservableKind kind, TimeRange range)
    {
        var rows = Actions(kind, range).OrderBy(row => row).ToArray();
        return new([.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)], [.. rows.Select(r => r.Item3)], [.. rows.Select(r => r.Item4)]);
    }

    public TextColumns ReadTexts(TimeRange range)
    {
        var rows = Within(range).Where(e => e.Event is { Text: not null, Kind: not EventKind.Repost }).ToArray();
        return new([.. rows.Select(e => e.Event.Key)], [.. rows.Select(e => e.Event.AccountKey)], [.. rows.Select(Micros)], [.. rows.Select(e => e.Event.Text!)]);
    }

    public EventColumns ReadEventTimes(TimeRange range)
    {
        var rows = Within(range).ToArray();
        return new([.. rows.Select(e => e.Event.Key)], [.. rows.Select(e => e.Event.AccountKey)], [.. rows.Select(Micros)], [.. rows.Select(e => e.Event.Kind)]);
    }

    public IReadOnlyDictionary<ulong, Event> ReadEvents(IReadOnlyCollection<ulong> keys) =>
        _events.Where(e => keys.Contains(e.Event.Key)).DistinctBy(e => e.Event.Key).ToDictionary(e => e.Event.Key, e => e.Event);

    public IReadOnlyDictionary<ulong, StoredAccount> ReadAccounts(IReadOnlyCollection<ulong>? keys) =>
        _events.GroupBy(e => e.Event.AccountKey).Where(g => keys is null || keys.Contains(g.Key))
            .ToDictionary(g => g.Key, g => new StoredAccount(g.Last().Author, g.Count(), g.First().Event.Time, g.Last().Event.Time));

    public IReadOnlyDictionary<ulong, string> ReadValues(ObservableKind kind, IReadOnlyCollection<ulong> values) =>
        _events.SelectMany(e => e.Observables).Where(o => o.Kind == kind).Select(o => o.Value)
            .Concat(_derived.GetValueOrDefault(kind, []).Select(d => d.Value)).Distinct()
            .Where(value => values.Contains(Keys.Of(value))).ToDictionary(value => Keys.Of(value));

    public WriteResult Write(IReadOnlyList<IncomingEvent> events)
    {
        _events.AddRange(events);
        return new(events.Count, 0);
    }

    public void ReplaceDerived(ObservableKind kind, IReadOnlyList<DerivedAction> actions) => _derived[kind] = actions;

    public void Dispose() => _events.Clear();

    private IEnumerable<(ulong, long, ulong, ulong)> Actions(ObservableKind kind, TimeRange range) =>
        Within(range).SelectMany(e => e.Observables.Where(o => o.Kind == kind).Select(o => (Keys.Of(o.Value), Micros(e), e.Event.AccountKey, e.Event.Key)))
            .Concat(_derived.GetValueOrDefault(kind, []).Select(d => (Keys.Of(d.Value), d.Time, d.Account, d.Event)));

    private IEnumerable<IncomingEvent> Within(TimeRange range) => _events.Where(e => range.From <= e.Event.Time && e.Event.Time < range.Until);

    private static long Micros(IncomingEvent e) => (e.Event.Time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
