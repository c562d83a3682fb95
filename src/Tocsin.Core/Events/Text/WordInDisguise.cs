namespace Tocsin.Core.Events.Text;

/// <summary>Reads a word with its figures, accents and stretched letters undone, and accepts what is a common word.</summary>
internal static class WordInDisguise
{
    // Accents are spelling in most languages; only a longer word can be told from a word of another language.
    private const int ShortestWithAccent = 5;

    private const int Shortest = 3;
    private const int MostRuns = 4;

    public static bool TryAppend(ReadOnlySpan<char> word, WordTraits traits, TextBuffer output)
    {
        if (traits.Figures > traits.Letters || word.Length < (traits.HasAccent ? ShortestWithAccent : Shortest))
            return false; // 100k is a number
        Span<char> reading = stackalloc char[word.Length];
        return TryRead(word, 'i', reading, output) || traits.HasOne && TryRead(word, 'l', reading, output);
    }

    // Every stretched run may stand for two letters or for one: fewer than sixteen readings.
    private static bool TryRead(ReadOnlySpan<char> word, char one, Span<char> reading, TextBuffer output)
    {
        var runs = Math.Min(MostRuns, CountLongRuns(word, one));
        for (var doubled = (1 << runs) - 1; doubled >= 0; doubled--)
        {
            var read = reading[..Read(word, one, doubled, reading)];
            if (!CommonWords.Contains(read))
                continue;
            output.Append(read);
            return true;
        }

        return false;
    }

    private static int CountLongRuns(ReadOnlySpan<char> word, char one)
    {
        int runs = 0, run = 0;
        var last = '\0';
        foreach (var c in word)
        {
            var letter = Leet.Letter(c, one);
            run = letter == last ? run + 1 : 1;
            last = letter;
            runs += run == StretchedLetters.Fewest ? 1 : 0;
        }

        return runs;
    }

    private static int Read(ReadOnlySpan<char> word, char one, int doubled, Span<char> reading)
    {
        int length = 0, runs = 0;
        for (var i = 0; i < word.Length;)
        {
            var letter = Leet.Letter(word[i], one);
            var start = i;
            while (i < word.Length && Leet.Letter(word[i], one) == letter)
                i++;
            var kept = i - start;
            if (kept >= StretchedLetters.Fewest)
                kept = (doubled >> runs++ & 1) + 1;
            reading.Slice(length, kept).Fill(letter);
            length += kept;
        }

        return length;
    }
}
