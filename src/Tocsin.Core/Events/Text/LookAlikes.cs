namespace Tocsin.Core.Events.Text;

/// <summary>
/// Puts the letter that is meant in place of one that looks like it, word by word.
/// A script is <em>at home</em> in a text when the text has a letter of it that passes for no Latin one; words wholly in a
/// script at home stay as they are, so Russian remains Russian. A word that mixes scripts becomes the script
/// that most of it must be: <c>pаypаl</c> Latin, <c>пpивeт</c> Cyrillic.
/// </summary>
internal static class LookAlikes
{
    /// <summary>Folds in place; every letter gives one letter.</summary>
    public static void Fold(Span<char> text)
    {
        var view = Survey(text);
        if (!view.HasLookAlike)
            return;
        var end = 0;
        while (NextWord(text, end, out var start, out end))
            FoldWord(text[start..end], view);
    }

    private readonly record struct View(bool HasLookAlike, bool HasLatin, int AtHome)
    {
        public bool IsAtHome(Script script) => (AtHome & (1 << (int)script)) != 0;
    }

    private static View Survey(ReadOnlySpan<char> text)
    {
        bool lookAlike = false, latin = false;
        var atHome = 0;
        foreach (var c in text)
        {
            if (c < 128)
                latin |= char.IsAsciiLetter(c);
            else if (!char.IsLetter(c))
                continue;
            else if (ConfusableLetters.TryLatin(c, out _))
                lookAlike = true;
            else
                atHome |= 1 << (int)ConfusableLetters.ScriptOf(c);
        }

        return new(lookAlike, latin, atHome);
    }

    private static bool NextWord(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        start = from;
        while (start < text.Length && !CharKinds.IsWordPart(text[start]))
            start++;
        end = start;
        while (end < text.Length && CharKinds.IsWordPart(text[end]))
            end++;
        return start < end;
    }

    private static void FoldWord(Span<char> word, View view)
    {
        var script = ForeignScript(word, out var latin, out var foreign, out var distinct);
        if (script == Script.Latin)
            ToLatin(word); // small capitals and the like
        else if (latin > 0 && distinct && foreign > latin && AllHaveTwin(word, script))
            FromLatin(word, script);
        else if (latin > 0)
            ToLatin(word);
        else if (!distinct && !view.IsAtHome(script) && (view.HasLatin || IsCommonInDisguise(word)))
            ToLatin(word);
    }

    // The first script in the word that is not Latin; how many letters are of each; whether a foreign one is no look-alike.
    private static Script ForeignScript(ReadOnlySpan<char> word, out int latin, out int foreign, out bool distinct)
    {
        var found = Script.Latin;
        (latin, foreign, distinct) = (0, 0, false);
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                continue;
            var script = ConfusableLetters.ScriptOf(c);
            if (script == Script.Latin)
            {
                latin++;
                continue;
            }

            foreign++;
            found = found == Script.Latin ? script : found;
            distinct |= !ConfusableLetters.TryLatin(c, out _);
        }

        return found;
    }

    private static bool AllHaveTwin(ReadOnlySpan<char> word, Script script)
    {
        foreach (var c in word)
        {
            if (char.IsLetter(c) && ConfusableLetters.ScriptOf(c) == Script.Latin && ConfusableLetters.Of(c, script) == '\0')
                return false;
        }

        return true;
    }

    private static bool IsCommonInDisguise(ReadOnlySpan<char> word)
    {
        if (word.Length > 32)
            return false;
        Span<char> copy = stackalloc char[32];
        copy = copy[..word.Length];
        word.CopyTo(copy);
        ToLatin(copy);
        foreach (ref var c in copy)
            c = char.ToLowerInvariant(c);
        return CommonWords.Contains(copy);
    }

    private static void ToLatin(Span<char> word)
    {
        foreach (ref var c in word)
        {
            if (c >= 128 && ConfusableLetters.TryLatin(c, out var latin))
                c = latin;
        }
    }

    private static void FromLatin(Span<char> word, Script script)
    {
        foreach (ref var c in word)
        {
            if (ConfusableLetters.Of(c, script) is var twin && twin != '\0')
                c = twin;
        }
    }
}
