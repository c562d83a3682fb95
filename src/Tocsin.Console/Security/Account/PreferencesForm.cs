using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tocsin.Console.Layout.Frame;

namespace Tocsin.Console.Security.Account;

/// <summary>Preferences as a form sends them: what is not sent stays as it is.</summary>
internal static class PreferencesForm
{
    /// <summary>Null when a value cannot be read.</summary>
    public static Preferences? Apply(IFormCollection form, Preferences preferences)
    {
        if (Number(form, "stepAwayMinutes", preferences.StepAwayMinutes) is not { } minutes || Keys(form, preferences.Keys) is not { } keys) return null;
        return preferences with
        {
            Theme = Word(form, "theme", preferences.Theme)!,
            Density = Word(form, "density", preferences.Density)!,
            TimeZone = Word(form, "timeZone", preferences.TimeZone) is { Length: > 0 } zone ? zone : null,
            BlurText = Tick(form, "blurText", preferences.BlurText),
            BlurMedia = Tick(form, "blurMedia", preferences.BlurMedia),
            GreyMedia = Tick(form, "greyMedia", preferences.GreyMedia),
            MaskSlurs = Tick(form, "maskSlurs", preferences.MaskSlurs),
            SingleKeys = Tick(form, "singleKeys", preferences.SingleKeys),
            StepAwayMinutes = minutes,
            Keys = keys,
        };
    }

    private static string? Word(IFormCollection form, string name, string? now) => form.TryGetValue(name, out var value) ? value.ToString() : now;

    /// <summary>A box without its tick sends nothing, so each stands behind a hidden "false" of its name: the last value counts.</summary>
    private static bool Tick(IFormCollection form, string name, bool now) => form.TryGetValue(name, out var values) ? values is [.., "true" or "on"] : now;

    private static int? Number(IFormCollection form, string name, int now) =>
        !form.TryGetValue(name, out var value) ? now : value.ToString() is { Length: 0 } ? 0 : int.TryParse(value, out var number) ? number : null;

    private static IReadOnlyDictionary<string, string>? Keys(IFormCollection form, IReadOnlyDictionary<string, string> now)
    {
        if (!form.TryGetValue("keys", out var json)) return now;
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json.ToString());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
