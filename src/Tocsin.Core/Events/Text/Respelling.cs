namespace Tocsin.Core.Events.Text;

/// <summary>
/// Folding word by word: joins spaced-out words, shortens stretched letters, reads figures as letters where that makes a word,
/// and puts one space where there are several.
/// </summary>
internal static class Respelling
{
    // Handles and tags are names: they are left alone. Longer runs of word characters are ids and keys, not words.
    private const int LongestWord = 40;

    public static void Respell(ReadOnlySpan<char> text, TextBuffer output)
    {
        for (var i = 0; i < text.Length;)
        {
            if (SpacedLetters.TryJoin(text, i, output, out var end))
                i = end;
            else if (text[i] == ' ')
                AppendSpace(output, ref i);
            else if ((end = WordEnd(text, i)) > i)
                i = AppendWord(text[i..end], output, end);
            else
                output.Append(text[i++]);
        }

        if (output.Last == ' ')
            output.Advance(-1);
    }

    private static void AppendSpace(TextBuffer output, ref int at)
    {
        if (output.Length > 0 && output.Last != ' ')
            output.Append(' ');
        at++;
    }

    // $cam starts a word and v!agra holds one together, but @ and ! do not start one, and no symbol but $ ends one.
    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (!CharKinds.IsWordPart(text[start]) && text[start] != '$')
            return start;
        var end = start;
        while (end < text.Length && (CharKinds.IsWordPart(text[end]) || Leet.IsSymbol(text[end])))
            end++;
        while (end > start && text[end - 1] is '!' or '@')
            end--;
        return end;
    }

    private static int AppendWord(ReadOnlySpan<char> word, TextBuffer output, int end)
    {
        var traits = WordTraits.Of(word);
        if (word.Length > LongestWord || output.Last is '@' or '#' || !traits.MayBeDisguised)
            output.Append(word);
        else if (!WordInDisguise.TryAppend(word, traits, output))
            AppendUncommon(word, traits, output);
        return end;
    }

    private static void AppendUncommon(ReadOnlySpan<char> word, WordTraits traits, TextBuffer output)
    {
        if (traits.LongRuns > 0)
            StretchedLetters.Append(word, output);
        else if (Leet.HasFigureVowels(word))
            AppendFigureVowels(word, output);
        else
            output.Append(word);
    }

    private static void AppendFigureVowels(ReadOnlySpan<char> word, TextBuffer output)
    {
        foreach (var c in word)
            output.Append(Leet.Letter(c, one: 'i'));
    }
}
