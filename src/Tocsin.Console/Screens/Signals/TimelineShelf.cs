using System.Collections.Concurrent;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Signals;

/// <summary>
/// What the members of signals did over time. Counting reads every event of that time, so it is done once and kept until a scan
/// changes the signal, or for some minutes, because imports add to what was.
/// </summary>
internal sealed class TimelineShelf(DuckDbLake lake, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private const int MostKept = 2000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Updated, DateTimeOffset Until, SignalTimeline Timeline)> _shelf = new(StringComparer.Ordinal);

    /// <summary>Kept, or counted now.</summary>
    public SignalTimeline Of(Signal signal, CancellationToken cancel)
    {
        if (Known(signal.Id, signal.Updated) is { } known) return known;
        var timeline = SignalTimeline.Of(
            lake, [.. signal.Members.Select(member => member.Account)], new TimeRange(signal.First, signal.Last.AddMicroseconds(1)), cancel);
        if (_shelf.Count >= MostKept) _shelf.Clear();
        _shelf[signal.Id] = (signal.Updated, clock.GetUtcNow() + Fresh, timeline);
        return timeline;
    }

    /// <summary>Null when it would have to be counted.</summary>
    public SignalTimeline? Known(string signal, DateTimeOffset updated) =>
        _shelf.TryGetValue(signal, out var kept) && kept.Updated == updated && kept.Until > clock.GetUtcNow() ? kept.Timeline : null;
}
