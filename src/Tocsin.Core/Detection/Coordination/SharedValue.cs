using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>A value that members of a network acted on close together.</summary>
/// <param name="Kind">Kind of observable.</param>
/// <param name="Value">Its key.</param>
/// <param name="Members">Account numbers of those who took part.</param>
/// <param name="Events">Their events, in order of time.</param>
/// <param name="Outsiders">Distinct other accounts on the same value between the first and the last of these events.</param>
public sealed record SharedValue(ObservableKind Kind, ulong Value, int[] Members, ulong[] Events, int Outsiders);

/// <summary>What members of one network did together, over all kinds of observable.</summary>
public sealed class TogetherActs
{
    private const int KeptPerKind = 60;
    private readonly Dictionary<ObservableKind, List<SharedValue>> _top = [];
    private readonly Dictionary<ObservableKind, int> _distinct = [];
    private readonly Dictionary<long, int> _hours = [];
    private readonly List<long> _gaps = [];

    public long First { get; private set; } = long.MaxValue;
    public long Last { get; private set; } = long.MinValue;
    public long Actions { get; private set; }

    /// <summary>Kinds of observable shared, each with how many values.</summary>
    public IReadOnlyDictionary<ObservableKind, int> DistinctValues => _distinct;

    /// <summary>The values most members share, most shared first; at most some dozens per kind.</summary>
    public IReadOnlyList<SharedValue> Top(ObservableKind kind) => _top.GetValueOrDefault(kind) ?? [];

    public IEnumerable<SharedValue> AllTop => _top.Values.SelectMany(values => values);

    /// <summary>Days (UTC) on which members acted together.</summary>
    public int ActiveDays => _hours.Keys.Select(hour => hour / 24).Distinct().Count();

    /// <summary>Days from the first to the last joint act, both counted.</summary>
    public int SpanDays => Actions == 0 ? 0 : (int)((Last / MicrosPerHour / 24) - (First / MicrosPerHour / 24)) + 1;

    /// <summary>Share of the joint acts that fell into the busiest three hours.</summary>
    public double BusiestShare => Actions == 0 ? 0
        : _hours.Keys.Max(hour => _hours[hour] + _hours.GetValueOrDefault(hour + 1) + _hours.GetValueOrDefault(hour + 2)) / (double)Actions;

    private const long MicrosPerHour = 3_600_000_000;

    /// <summary>Median time from one member's act to the next member's on the same value, seconds.</summary>
    public double MedianGapSeconds()
    {
        if (_gaps.Count == 0) return 0;
        _gaps.Sort();
        return _gaps[_gaps.Count / 2] / 1e6;
    }

    /// <summary>Share of such gaps of at most a minute.</summary>
    public double WithinMinute() => _gaps.Count == 0 ? 0 : _gaps.Count(gap => gap <= 60_000_000) / (double)_gaps.Count;

    internal void Add(SharedValue shared, ReadOnlySpan<long> times, ReadOnlySpan<long> gaps)
    {
        _distinct[shared.Kind] = _distinct.GetValueOrDefault(shared.Kind) + 1;
        foreach (var time in times)
        {
            var hour = time / MicrosPerHour;
            _hours[hour] = _hours.GetValueOrDefault(hour) + 1;
        }
        Actions += times.Length;
        First = Math.Min(First, times[0]);
        Last = Math.Max(Last, times[^1]);
        _gaps.AddRange(gaps);
        Keep(shared);
    }

    private void Keep(SharedValue shared)
    {
        if (!_top.TryGetValue(shared.Kind, out var values)) _top[shared.Kind] = values = [];
        values.Add(shared);
        if (values.Count > 2 * KeptPerKind) Trim(values);
    }

    internal void Finish()
    {
        foreach (var values in _top.Values) Trim(values);
    }

    /// <summary>Ranks by members who share the value, the more telling the fewer others do.</summary>
    private static void Trim(List<SharedValue> values)
    {
        values.Sort(static (a, b) => Rank(b).CompareTo(Rank(a)) is var order and not 0 ? order : a.Value.CompareTo(b.Value));
        if (values.Count > KeptPerKind) values.RemoveRange(KeptPerKind, values.Count - KeptPerKind);
    }

    private static double Rank(SharedValue shared) =>
        shared.Members.Length * Math.Log2(1 + shared.Events.Length) * shared.Members.Length / (shared.Members.Length + shared.Outsiders);
}
