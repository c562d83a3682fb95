using System.Collections.Concurrent;
using Tocsin.Casework;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Home;

/// <summary>What the members of a signal did day by day, counted once for every scan that changed it.</summary>
internal sealed class ActivityShelf(DuckDbLake lake)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(21);
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Updated, IReadOnlyList<double> Acts)> _shelf = new(StringComparer.Ordinal);

    /// <summary>Acts over the last days of the signal's activity, in equal steps.</summary>
    public IReadOnlyList<double> Of(SignalState state, Signal signal)
    {
        if (_shelf.TryGetValue(state.Id, out var kept) && kept.Updated == state.Updated) return kept.Acts;
        var from = signal.Last - signal.First > Shown ? signal.Last - Shown : signal.First;
        var timeline = SignalTimeline.Of(lake, [.. signal.Members.Select(member => member.Account)], new TimeRange(from, signal.Last.AddMicroseconds(1)));
        IReadOnlyList<double> acts = [.. timeline.Buckets.Select(bucket => (double)bucket.Acts)];
        if (_shelf.Count >= MostKept) _shelf.Clear();
        _shelf[state.Id] = (state.Updated, acts);
        return acts;
    }
}
