namespace Tocsin.Core.Events.Text;

/// <summary>Figures and symbols that stand for letters.</summary>
internal static class Leet
{
    /// <summary>Symbols that may be part of a word. At its end they may also be plain punctuation.</summary>
    public static bool IsSymbol(char c) => c is '@' or '$' or '!' or '€' or '£';

    /// <summary>The letter meant, with <paramref name="one"/> for the figure 1; other characters as they are.</summary>
    public static char Letter(char c, char one) => c switch
    {
        '0' => 'o',
        '1' => one,
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        '!' => 'i',
        '£' => 'l',
        >= '\u00c0' when DiacriticLetters.Base(c) is var letter && letter != '\0' => letter,
        _ => c,
    };

    /// <summary>
    /// True for words such as h4ck3r: at least two figures, each a vowel between two consonants, and no other figure.
    /// One alone proves nothing (log4j, web3); figures at an edge do not either (mp3, 4chan, h1n1).
    /// </summary>
    public static bool HasFigureVowels(ReadOnlySpan<char> word)
    {
        var vowels = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsConsonant(word[i]) || word[i] is 'a' or 'e' or 'i' or 'o' or 'u')
                continue;
            if (word[i] is not ('0' or '1' or '3' or '4') || i == 0 || i == word.Length - 1)
                return false;
            if (!IsConsonant(word[i - 1]) || !IsConsonant(word[i + 1]))
                return false;
            vowels++;
        }

        return vowels >= 2 && word.Length >= 2 * vowels + 2;
    }

    private static bool IsConsonant(char c) => c is >= 'a' and <= 'z' and not ('a' or 'e' or 'i' or 'o' or 'u');
}
