namespace Tocsin.Core.Events.Text;

/// <summary>What a word is made of, as far as disguises go.</summary>
internal readonly record struct WordTraits(int Letters, int Figures, bool HasAccent, bool HasOne, int LongRuns)
{
    public bool MayBeDisguised => Letters > 0 && (Figures > 0 || HasAccent || LongRuns > 0);

    public static WordTraits Of(ReadOnlySpan<char> word)
    {
        int letters = 0, figures = 0, longRuns = 0, run = 0;
        bool accent = false, one = false;
        var last = '\0';
        foreach (var c in word)
        {
            run = c == last ? run + 1 : 1;
            last = c;
            if (char.IsLetter(c))
            {
                letters++;
                accent |= c >= 128 && DiacriticLetters.Base(c) != '\0';
                longRuns += run == StretchedLetters.Fewest ? 1 : 0;
            }
            else if (char.IsAsciiDigit(c) || Leet.IsSymbol(c))
            {
                figures++;
                one |= c == '1';
            }
        }

        return new(letters, figures, accent, one, longRuns);
    }
}
