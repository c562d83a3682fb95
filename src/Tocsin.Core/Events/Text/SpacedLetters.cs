namespace Tocsin.Core.Events.Text;

/// <summary>Words with something between every two letters: s p a c e d, s.p.a.c.e.d, s*p*a*c*e*d.</summary>
internal static class SpacedLetters
{
    // Three single letters in a row are ordinary: U.S.A., "a b c", initials.
    private const int FewestLetters = 4;

    private const int MostLetters = 64;

    private const int LongestGap = 3;

    /// <summary>
    /// Appends the letters of a spaced word that starts at <paramref name="start"/> and tells where it ends.
    /// The gap must be the same throughout, so a wider one still ends the word. One figure in four letters may stand among them.
    /// </summary>
    public static bool TryJoin(ReadOnlySpan<char> text, int start, TextBuffer output, out int end)
    {
        end = 0;
        if (!IsSingle(text, start, out var next) || !char.IsLetter(text[start]))
            return false;
        var gap = Gap(text, next);
        if (gap.IsEmpty)
            return false;

        int letters = 1, figures = 0;
        end = next;
        while (letters < MostLetters && text[end..].StartsWith(gap) && IsSingle(text, end + gap.Length, out next))
        {
            if (char.IsAsciiDigit(text[end + gap.Length]))
                figures++;
            letters++;
            end = next;
        }

        if (letters < FewestLetters || figures * 4 > letters)
            return false;
        AppendWithout(gap, text[start..end], output);
        return true;
    }

    private static bool IsSingle(ReadOnlySpan<char> text, int at, out int next)
    {
        next = at + 1;
        if (at >= text.Length || !char.IsLetter(text[at]) && !char.IsAsciiDigit(text[at]))
            return false;
        if (at > 0 && CharKinds.IsWordPart(text[at - 1]))
            return false;
        while (next < text.Length && CharKinds.IsMark(text[next]))
            next++;
        return next == text.Length || !CharKinds.IsWordPart(text[next]);
    }

    private static ReadOnlySpan<char> Gap(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end < text.Length && end - from <= LongestGap && IsGap(text[end]))
            end++;
        var found = end < text.Length && end - from is > 0 and <= LongestGap && CharKinds.IsWordPart(text[end]);
        return found ? text[from..end] : default;
    }

    // Not the separators of lists (comma, semicolon, slash, brackets).
    private static bool IsGap(char c) => c < 128 ? c is ' ' or '.' or '_' or '-' or '*' or '|' or '~' or '^' : IsGapBeyondAscii(c);

    private static bool IsGapBeyondAscii(char c) => !CharKinds.IsWordPart(c) && c is not ('、' or '،' or '，');

    private static void AppendWithout(ReadOnlySpan<char> gap, ReadOnlySpan<char> spaced, TextBuffer output)
    {
        while (spaced.IndexOf(gap) is var at && at >= 0)
        {
            output.Append(spaced[..at]);
            spaced = spaced[(at + gap.Length)..];
        }

        output.Append(spaced);
    }
}
