using System.Buffers;
using System.Globalization;

namespace Tocsin.Lake.Import;

/// <summary>
/// Times as platforms write them: ISO 8601 and its looser relatives, Unix time in seconds to nanoseconds (told apart by
/// size), and the old Twitter form. Without a zone a time is UTC. Times outside 1990 to 2100 are errors, not events.
/// </summary>
internal static class Times
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Exact = ["ddd MMM dd HH:mm:ss zzz yyyy", "yyyyMMddHHmmss", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm"];

    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.");

    private const DateTimeStyles AsUtc =
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    public static bool TryParse(string? text, out DateTimeOffset time) =>
        TryRead(text, out time) && time >= Earliest && time < Latest;

    public static bool TryParse(string? text, string format, TimeZoneInfo zone, out DateTimeOffset time)
    {
        time = default;
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local))
            return false;
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (local.Year is < 1990 or >= 2100 || zone.IsInvalidTime(unspecified))
            return false;
        time = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(unspecified, zone), TimeSpan.Zero);
        return true;
    }

    /// <summary>Why <see cref="TryParse(string?, out DateTimeOffset)"/> refused the text.</summary>
    public static string Complaint(string? text) =>
        text is null ? "there is no time"
        : TryRead(text, out _) || text.StartsWith("0000", StringComparison.Ordinal) ? $"the time '{Short(text)}' is outside 1990 to 2100"
        : $"'{Short(text)}' is not a time in a known form";

    private static bool TryRead(string? text, out DateTimeOffset time)
    {
        time = default;
        if (string.IsNullOrEmpty(text) || text.Length > 64)
            return false;
        return IsNumber(text)
            ? TryUnix(text, out time)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, AsUtc, out time)
                || DateTimeOffset.TryParseExact(text, Exact, CultureInfo.InvariantCulture, AsUtc, out time);
    }

    private static bool IsNumber(string text) => text.Length >= 9 && !text.AsSpan().ContainsAnyExcept(Numeric) && text.Length != 14;

    private static bool TryUnix(string text, out DateTimeOffset time)
    {
        time = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return false;
        var perSecond = value switch
        {
            < 100_000_000_000m => 1m,
            < 100_000_000_000_000m => 1_000m,
            < 100_000_000_000_000_000m => 1_000_000m,
            _ => 1_000_000_000m,
        };
        var ticks = value / perSecond * TimeSpan.TicksPerSecond;
        if (ticks > (Latest - DateTimeOffset.UnixEpoch).Ticks)
            return false;
        time = DateTimeOffset.UnixEpoch.AddTicks((long)ticks);
        return true;
    }

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
