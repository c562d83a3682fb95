using Tocsin.Console.Layout.Reading;

namespace Tocsin.Console.Security.Sessions;

/// <summary>Browsers in words; what a browser says of itself is a guess and can be anything.</summary>
internal static class Browsers
{
    private const int MaxLength = 60;

    private static readonly (string Mark, string Name)[] Known =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>E.g. <c>Firefox on Linux</c>; else the beginning of what it said.</summary>
    public static string NameOf(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent)) return "Unknown browser";
        if (Find(Known, userAgent) is { } browser) return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
        return Visible.Text(userAgent.Length > MaxLength ? userAgent[..MaxLength] + "…" : userAgent);
    }

    private static string? Find((string Mark, string Name)[] list, string text) => list.FirstOrDefault(one => text.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
