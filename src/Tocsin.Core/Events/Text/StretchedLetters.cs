using System.Buffers;

namespace Tocsin.Core.Events.Text;

/// <summary>Letters repeated for effect: three or more in a row become one.</summary>
/// <remarks>
/// Spared: words of one letter (www, iii, aaaa keep three), Roman numerals, and scripts where a tripled letter is ordinary
/// or a word has no edges (Thai, Lao, Chinese, Japanese, Korean keep three).
/// </remarks>
internal static class StretchedLetters
{
    public const int Fewest = 3;

    private static readonly SearchValues<char> RomanFigures = SearchValues.Create("ivxlcdm");

    public static void Append(ReadOnlySpan<char> word, TextBuffer output)
    {
        var sparing = !word.ContainsAnyExcept(word[0]) || !word.ContainsAnyExcept(RomanFigures);
        for (var i = 0; i < word.Length;)
        {
            var start = i;
            while (i < word.Length && word[i] == word[start])
                i++;
            var kept = Kept(word[start], i - start, sparing);
            for (var k = 0; k < kept; k++)
                output.Append(word[start]);
        }
    }

    private static int Kept(char letter, int run, bool sparing)
    {
        if (run < Fewest || !char.IsLetter(letter))
            return run;
        return sparing || letter is >= '\u0e00' and <= '\u0eff' or >= '\u2e80' ? Fewest : 1;
    }
}
