using System.Globalization;
using Tocsin.Core;
using Tocsin.Core.Events;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>A stretch of time as the address of a page has it: all of it, the last so much, or from and until.</summary>
/// <param name="Last">Key of one of <see cref="Spans"/>; null when the stretch has ends of its own, or none.</param>
public sealed record HuntRange(string? Last, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Data whose newest event is older than this is an archive: "the last week" is then the last week of the data.</summary>
    private static readonly TimeSpan StillLive = TimeSpan.FromDays(1);

    public static HuntRange All { get; } = new(null, null, null);

    /// <summary>The lengths on offer.</summary>
    public static IReadOnlyList<(string Key, TimeSpan Length)> Spans { get; } =
    [
        ("15m", TimeSpan.FromMinutes(15)),
        ("1h", TimeSpan.FromHours(1)),
        ("6h", TimeSpan.FromHours(6)),
        ("24h", TimeSpan.FromHours(24)),
        ("7d", TimeSpan.FromDays(7)),
        ("30d", TimeSpan.FromDays(30)),
        ("90d", TimeSpan.FromDays(90)),
        ("1y", TimeSpan.FromDays(365)),
    ];

    public bool IsAll => Last is null && From is null && Until is null;

    /// <summary>Reads what an address or a form says. Times without an offset are in the viewer's zone.</summary>
    /// <exception cref="Problem">A value is no time, no known length, or the end is not after the beginning.</exception>
    public static HuntRange Parse(string? last, string? from, string? until, TimeZoneInfo zone)
    {
        if (!string.IsNullOrEmpty(last))
        {
            return Spans.Any(span => span.Key == last)
                ? new(last, null, null)
                : throw new Problem($"There is no time range “{last}”", "range", $"Take one of {string.Join(", ", Spans.Select(span => span.Key))}, or give from and to.");
        }
        var range = new HuntRange(null, Time(from, "from", zone), Time(until, "to", zone));
        return range.From >= range.Until
            ? throw new Problem("The time range ends before it begins", $"from {from} to {until}", "Exchange the two, or leave one of them empty.")
            : range;
    }

    /// <summary>The instants meant; null is all of time.</summary>
    /// <param name="now">The present.</param>
    /// <param name="newest">Time of the newest event, if there is any.</param>
    public TimeRange? Resolve(DateTimeOffset now, DateTimeOffset? newest)
    {
        if (IsAll) return null;
        if (Last is null) return new TimeRange(From ?? DateTimeOffset.MinValue, Until ?? DateTimeOffset.MaxValue);
        var end = IsArchive(now, newest) ? newest!.Value.AddMilliseconds(1) : now;
        return new TimeRange(end - Spans.First(span => span.Key == Last).Length, end);
    }

    /// <summary>Whether the last so much is counted from the end of the data and not from now.</summary>
    public bool IsArchive(DateTimeOffset now, DateTimeOffset? newest) => Last is not null && newest < now - StillLive;

    /// <summary>What an address says of it.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Last is not null) yield return ("range", Last);
        if (From is { } from) yield return ("from", Iso(from));
        if (Until is { } until) yield return ("to", Iso(until));
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string? text, string name, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!DateTime.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            throw new Problem("This is no time", $"{name} {text}", "Write it as 2026-03-02, or 2026-03-02T14:30; add Z for UTC.");
        if (time.Kind != DateTimeKind.Unspecified) return new DateTimeOffset(time.ToUniversalTime());
        // A time that the clocks skipped in spring is taken as if they had not been moved yet.
        return new DateTimeOffset(time, zone.IsInvalidTime(time) ? zone.BaseUtcOffset : zone.GetUtcOffset(time)).ToUniversalTime();
    }
}
