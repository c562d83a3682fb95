using Microsoft.Extensions.Localization;

namespace Tocsin.Console.Layout.Reading;

/// <summary>Times as people read them; web/frame/times.ts says the same in the viewer's zone.</summary>
internal static class Moments
{
    public static string Iso(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}";

    public static string Utc(DateTimeOffset at) => $"{at.UtcDateTime:d MMM yyyy HH:mm:ss} UTC";

    public static string Words(IStringLocalizer words, DateTimeOffset at, DateTimeOffset now, string style) => style switch
    {
        "date" => Day(at, now),
        "time" => $"{Day(at, now)}, {at.UtcDateTime:HH:mm}",
        "full" => $"{at.UtcDateTime:d MMM yyyy, HH:mm:ss}",
        _ => Relative(words, at, now),
    };

    /// <summary>Within a week either way how long from now, else the day.</summary>
    private static string Relative(IStringLocalizer L, DateTimeOffset at, DateTimeOffset now)
    {
        var gap = (now - at).Duration();
        if (gap < TimeSpan.FromMinutes(1)) return L["just now"];
        if (gap >= TimeSpan.FromDays(7)) return Day(at, now);
        var span = gap.TotalHours < 1 ? $"{gap.Minutes} min" : gap.TotalDays < 1 ? $"{gap.Hours} h" : $"{gap.Days} d";
        return at < now ? L["{0} ago", span] : L["in {0}", span];
    }

    private static string Day(DateTimeOffset at, DateTimeOffset now) =>
        at.UtcDateTime.Year == now.UtcDateTime.Year ? $"{at.UtcDateTime:d MMM}" : $"{at.UtcDateTime:d MMM yyyy}";
}
