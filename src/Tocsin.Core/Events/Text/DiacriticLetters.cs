using System.Text;

namespace Tocsin.Core.Events.Text;

/// <summary>The ASCII letter under the accents of a composed Latin letter.</summary>
internal static class DiacriticLetters
{
    private static readonly char[] Latin1ToExtendedB = Build('\u00c0', '\u024f');
    private static readonly char[] ExtendedAdditional = Build('\u1e00', '\u1eff');

    /// <summary>The base letter, or NUL where there is none (ø, ß, đ are letters of their own).</summary>
    public static char Base(char letter) => letter switch
    {
        >= '\u00c0' and <= '\u024f' => Latin1ToExtendedB[letter - '\u00c0'],
        >= '\u1e00' and <= '\u1eff' => ExtendedAdditional[letter - '\u1e00'],
        _ => '\0',
    };

    private static char[] Build(char first, char last)
    {
        var bases = new char[last - first + 1];
        for (var c = first; c <= last; c++)
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            if (parts.Length > 1 && char.IsAsciiLetter(parts[0]))
                bases[c - first] = char.ToLowerInvariant(parts[0]);
        }

        return bases;
    }
}
