using System.Globalization;
using System.Text;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// Hashtags of any script: letters, marks, figures, underscore, and the joiners that Indic and Persian words need (UAX #31);
/// at least one letter. Values are without #, NFKC, one case, without joiners.
/// </summary>
internal static class HashtagScanner
{
    private const int Longest = 140;

    public static void Scan(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        for (var i = 0; i < text.Length && !scan.IsFull;)
        {
            var at = text[i..].IndexOfAny('#', '＃');
            if (at < 0)
                return;
            at += i;
            var end = TagEnd(text, at + 1, out var hasLetter);
            if (hasLetter && end - at <= Longest && MayStart(text, at) && !scan.IsClaimed(at))
                scan.Add(ObservableKind.Hashtag, Normalise(text[(at + 1)..end]));
            i = Math.Max(end, at + 1);
        }
    }

    public static string Normalise(ReadOnlySpan<char> tag)
    {
        tag = tag.Trim().TrimStart("#＃");
        if (Ascii.IsValid(tag))
            return tag.ToString().ToLowerInvariant();
        var folded = new StringBuilder(tag.Length);
        foreach (var rune in tag.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune != Rune.ReplacementChar && !IsNoncharacter(rune.Value))
                folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    // Normalisation refuses them.
    private static bool IsNoncharacter(int value) => (value & 0xfffe) == 0xfffe || value is >= 0xfdd0 and <= 0xfdef;

    // &#39; is a character reference; a#b is something else.
    private static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
            return true;
        var before = text[at - 1];
        return before is not ('&' or '_' or '#' or '＃') && !(before < '\u0e00' && char.IsLetterOrDigit(before));
    }

    private static int TagEnd(ReadOnlySpan<char> text, int start, out bool hasLetter)
    {
        hasLetter = false;
        var end = start;
        while (end < text.Length && Rune.DecodeFromUtf16(text[end..], out var rune, out var used) == System.Buffers.OperationStatus.Done)
        {
            if (!IsTagPart(rune, ref hasLetter))
                break;
            end += used;
        }

        while (end > start && text[end - 1] is '\u200c' or '\u200d' or '\u00b7')
            end--;
        return end;
    }

    private static bool IsTagPart(Rune rune, ref bool hasLetter)
    {
        if (Rune.IsLetter(rune))
            return hasLetter = true;
        return rune.Value is '_' or 0x200c or 0x200d or 0x00b7 or 0x05f3 or 0x05f4 || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && !IsEmojiMark(rune.Value);
    }

    private static bool IsEmojiMark(int value) => value is 0x20e3 or >= 0xfe00 and <= 0xfe0f;
}
