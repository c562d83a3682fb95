using System.Collections.Frozen;

namespace Tocsin.Core.Events.Text;

/// <summary>A writing system as far as look-alikes are concerned. <see cref="Other"/>: all that is none of these.</summary>
internal enum Script : byte
{
    Latin = 0,
    Greek = 1,
    Cyrillic = 2,
    Armenian = 3,
    Other = 4,
}

/// <summary>The look-alike table: letters that pass for one ASCII letter, and the way back (UTS #39, reduced).</summary>
internal static class ConfusableLetters
{
    private static readonly FrozenDictionary<char, char> ToLatin = Read().ToFrozenDictionary(row => row.LookAlike, row => row.Latin);

    private static readonly char[][] FromLatin = [.. Enum.GetValues<Script>().Select(Reverse)];

    /// <summary>True when the letter passes for the ASCII letter <paramref name="latin"/>.</summary>
    public static bool TryLatin(char letter, out char latin) => ToLatin.TryGetValue(letter, out latin);

    /// <summary>The letter of <paramref name="script"/> that passes for this ASCII letter, or NUL.</summary>
    public static char Of(char latin, Script script) => latin < 128 ? FromLatin[(int)script][latin] : '\0';

    public static Script ScriptOf(char letter) => letter switch
    {
        < '\u0300' => Script.Latin,
        >= '\u0370' and <= '\u03ff' or >= '\u1f00' and <= '\u1fff' => Script.Greek,
        >= '\u0400' and <= '\u052f' or >= '\u1c80' and <= '\u1c8f' or >= '\ua640' and <= '\ua69f' => Script.Cyrillic,
        >= '\u0531' and <= '\u058f' => Script.Armenian,
        >= '\u1d00' and <= '\u1eff' or >= '\ua720' and <= '\ua7ff' or >= '\uab30' and <= '\uab6f' => Script.Latin,
        _ => Script.Other,
    };

    // Only the main alphabets: nobody hides a Russian word behind an archaic letter.
    private static char[] Reverse(Script script)
    {
        var map = new char[128];
        foreach (var (from, latin) in ToLatin.OrderByDescending(p => p.Key))
        {
            if (ScriptOf(from) == script && script is Script.Greek or Script.Cyrillic && from is < '\u0460')
                map[latin] = from;
        }

        return map;
    }

    private static IEnumerable<(char LookAlike, char Latin)> Read()
    {
        foreach (var line in EmbeddedLines.Read("confusables.txt"))
        {
            var parts = line.Split(' ');
            foreach (var c in parts[1])
                yield return (c, parts[0][0]);
        }
    }
}
