using System.Text.Json;
using Tocsin.Casework;
using Tocsin.Console.Layout.Frame;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Persons;

/// <summary>A person's preferences, as they are kept with the person.</summary>
internal static class PersonPreferences
{
    private const int MaxKeysLength = 4000;

    public static Preferences Of(TocsinUser user) => (Kept(user) ?? new()) with
    {
        Theme = user.Theme ?? "system",
        Density = user.Density ?? "comfortable",
        TimeZone = user.TimeZone,
    };

    public static void Write(Preferences preferences, TocsinUser user)
    {
        user.Theme = preferences.Theme;
        user.Density = preferences.Density;
        user.TimeZone = preferences.TimeZone;
        user.Wellbeing = JsonSerializer.Serialize(preferences);
    }

    /// <summary>What is wrong with them, in words for the person; null when nothing is.</summary>
    public static string? Check(Preferences preferences)
    {
        if (preferences.Theme is not ("system" or "light" or "dark")) return L["There is no such theme."];
        if (preferences.Density is not ("comfortable" or "compact")) return L["There is no such density."];
        if (preferences.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) return L["There is no such time zone."];
        if (preferences.StepAwayMinutes is < 0 or > 480) return L["A reminder comes after at most 480 minutes, or not at all."];
        return preferences.Keys.Sum(key => key.Key.Length + key.Value.Length) > MaxKeysLength ? L["Those are too many keys."] : null;
    }

    private static Preferences? Kept(TocsinUser user) => user.Wellbeing is { } json ? JsonSerializer.Deserialize<Preferences>(json) : null;
}
