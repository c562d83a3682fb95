using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tocsin.Core.Events.Text;

/// <summary>
/// Folding character by character: what is invisible goes, what is the same looks the same, one case, one kind of space.
/// Spaces are not joined here, because their number still tells where spaced-out words end.
/// </summary>
internal static class CharacterFolding
{
    // Two marks on one base letter are in use (Vietnamese, Arabic, Thai); towers of them are stuffing.
    private const int MarksKept = 2;

    /// <summary>Appends the folded text; <paramref name="visible"/> is scratch space.</summary>
    public static void Fold(ReadOnlySpan<char> text, TextBuffer visible, TextBuffer output)
    {
        if (Ascii.IsValid(text))
        {
            FoldAscii(text, output);
            return;
        }

        visible.Clear();
        DropInvisible(text, visible);
        var composed = Compose(visible.Written);
        visible.Clear();
        visible.Append(composed);
        LookAlikes.Fold(visible.Written);
        FoldCaseAndMarks(visible.Written, output);
    }

    /// <summary>True when text folded once cannot change again: it has no letters or marks beyond ASCII.</summary>
    public static bool IsSettled(ReadOnlySpan<char> folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var beyond = folded[i..].IndexOfAnyExceptInRange('\0', '\u007f');
            if (beyond < 0)
                return true;
            i += beyond;
            if (CharKinds.IsWordPart(folded[i]) || char.IsSurrogate(folded[i]) && !IsEmojiPart(folded, i))
                return false;
        }

        return true;
    }

    // Most of the supplementary planes that people use: 🌀 to 🫿.
    private static bool IsEmojiPart(ReadOnlySpan<char> text, int at) =>
        text[at] is >= '\ud83c' and <= '\ud83e' || at > 0 && text[at - 1] is >= '\ud83c' and <= '\ud83e';

    private static void FoldAscii(ReadOnlySpan<char> text, TextBuffer output)
    {
        var room = output.Reserve(text.Length);
        _ = Ascii.ToLower(text, room, out var written);
        var lower = room[..written];
        if (lower.IndexOfAnyInRange('\0', '\u001f') >= 0 || lower.Contains('\u007f'))
            written = PlainSpaces(lower);
        output.Advance(written);
    }

    private static int PlainSpaces(Span<char> lower)
    {
        var kept = 0;
        foreach (var c in lower)
        {
            if (c is >= ' ' and not '\u007f')
                lower[kept++] = c;
            else if (char.IsWhiteSpace(c))
                lower[kept++] = ' ';
        }

        return kept;
    }

    // Broken surrogates and noncharacters go too: normalisation refuses them, and they only serve to split words.
    private static void DropInvisible(ReadOnlySpan<char> text, TextBuffer output)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExceptInRange(' ', '~') is var special && special >= 0 ? special : text.Length;
            output.Append(text[..plain]);
            text = text[plain..];
            var status = Rune.DecodeFromUtf16(text, out var rune, out var used);
            if (status == OperationStatus.Done && !IsInvisible(rune))
                AppendVisible(rune, text[..used], output);
            text = text[used..];
        }
    }

    private static void AppendVisible(Rune rune, ReadOnlySpan<char> written, TextBuffer output)
    {
        if (rune.Value < 128 || !Rune.IsWhiteSpace(rune) && rune.Value != 0x2800)
        {
            if (EnclosedLetter(rune.Value) is var letter && letter != '\0')
                output.Append(letter);
            else
                output.Append(written);
        }
        else
        {
            output.Append(' ');
        }
    }

    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        < 128 => rune.Value < ' ' && !Rune.IsWhiteSpace(rune) || rune.Value == 0x7f,
        0x034f or 0x0640 or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or 0x3164 or 0xffa0 => true, // joiner, Arabic stretching, fillers
        >= 0x180b and <= 0x180f or >= 0xfe00 and <= 0xfe0f or >= 0xe0000 and <= 0xe0fff => true, // variants, tags
        >= 0xfdd0 and <= 0xfdef => true,
        var value when (value & 0xfffe) == 0xfffe => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune),
    };

    // White letters on black circles and squares, which NFKC leaves alone.
    private static char EnclosedLetter(int codePoint) => codePoint switch
    {
        >= 0x1f150 and <= 0x1f169 => (char)('a' + codePoint - 0x1f150),
        >= 0x1f170 and <= 0x1f189 => (char)('a' + codePoint - 0x1f170),
        _ => '\0',
    };

    private static string Compose(ReadOnlySpan<char> visible) => visible.ToString().Normalize(NormalizationForm.FormKC);

    private static void FoldCaseAndMarks(ReadOnlySpan<char> text, TextBuffer output)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                marks = 0;
                output.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length)
            {
                AppendFoldedRune(new Rune(c, text[++i]), ref marks, output);
            }
            else if (!IsMark(CharUnicodeInfo.GetUnicodeCategory(c)))
            {
                marks = 0;
                output.Append(FoldCase(c));
            }
            else if (!IsOverlay(c) && ++marks <= MarksKept)
            {
                output.Append(c);
            }
        }
    }

    private static void AppendFoldedRune(Rune rune, ref int marks, TextBuffer output)
    {
        marks = IsMark(Rune.GetUnicodeCategory(rune)) ? marks + 1 : 0;
        if (marks > MarksKept)
            return;
        Span<char> units = stackalloc char[2];
        output.Append(units[..Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).EncodeToUtf16(units)]);
    }

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Lines drawn through, under and over letters, and the frames of keycaps.
    private static bool IsOverlay(char mark) =>
        mark is >= '\u0332' and <= '\u0338' or '\u0305' or '\u033f' or >= '\u20d2' and <= '\u20e4';

    // Upper and back: brings final sigma and its like to their one folded form, as simple case folding does.
    private static char FoldCase(char c) => c == 'İ' ? 'i' : char.ToLowerInvariant(char.ToUpperInvariant(c));
}
