using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation;

/// <summary>How people call themselves.</summary>
internal static class Handles
{
    private static readonly string[] Ornaments = ["✨", "🌊", "⚽", "🎧", "🌱", "📚", "☕", "🐈", "🚲", "🌙"];

    /// <summary>A handle; <paramref name="given"/> chooses the given name, the same as in the display name.</summary>
    public static string Draw(Language language, int given, Chance chance)
    {
        var name = language.Word("roman", given);
        var nick = language.Word("nick", chance);
        return chance.Below(8) switch
        {
            0 => $"{name}{chance.Between(1960, 2009)}",
            1 => $"{name}_{nick}",
            2 => $"{nick}{chance.Between(1, 99)}",
            3 => $"{name}{chance.Between(10_000, 99_999_999)}",
            4 => $"the_{nick}",
            5 => $"{nick}_{name}{chance.Between(1, 9)}",
            6 => $"{name}.{nick[..Math.Min(4, nick.Length)]}",
            _ => $"{name}{(char)('a' + chance.Below(26))}{chance.Between(1, 999)}",
        };
    }

    public static string DisplayName(Language language, int given, Chance chance)
    {
        var name = language.Word("given", given);
        return chance.Below(6) switch
        {
            0 => name,
            1 => $"{name} {chance.Pick(Ornaments)}",
            2 => language.Word("nick", chance),
            3 => $"{name} {language.Word("family", chance)[..1]}.",
            _ => $"{name} {language.Word("family", chance)}",
        };
    }
}
