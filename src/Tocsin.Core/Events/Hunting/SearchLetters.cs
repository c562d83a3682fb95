using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tocsin.Core.Events.Hunting;

/// <summary>What a character is to the search: a letter of a word, or of a script written without spaces, a picture, or nothing.</summary>
internal enum LetterKind : byte
{
    /// <summary>Ends a word.</summary>
    Gap,

    /// <summary>Is not there: joiners, variation selectors, accents.</summary>
    Silent,
    Spaced,
    Unspaced,
    Picture,
}

/// <summary>
/// Characters as the search compares them: compatibility forms undone (NFKC), one case, without accents, vowel points and
/// stretching. Look-alike letters of other scripts stay apart.
/// </summary>
internal static class SearchLetters
{
    private static readonly (LetterKind Kind, string Folded)[] Bmp = new (LetterKind, string)[0x10000];

    public static (LetterKind Kind, string Folded) Of(Rune rune)
    {
        if (!rune.IsBmp)
            return Read(rune);
        // Written at most a few times with equal values; a torn read is not possible to see, for the text is looked at first.
        ref var known = ref Bmp[rune.Value];
        if (Volatile.Read(ref known.Folded) is { } folded)
            return (known.Kind, folded);
        var read = Read(rune);
        known.Kind = read.Kind;
        Volatile.Write(ref known.Folded, read.Folded);
        return read;
    }

    private static (LetterKind Kind, string Folded) Read(Rune rune)
    {
        var kind = KindOf(rune);
        if (kind is LetterKind.Gap or LetterKind.Silent)
            return (kind, "");
        if (kind == LetterKind.Picture)
            return (kind, rune.ToString());
        var folded = Fold(rune);
        if (Rune.DecodeFromUtf16(folded, out var first, out _) != OperationStatus.Done)
            return (LetterKind.Silent, "");
        return (IsUnspaced(first.Value) ? LetterKind.Unspaced : LetterKind.Spaced, folded);
    }

    private static LetterKind KindOf(Rune rune)
    {
        if (IsSilent(rune.Value))
            return LetterKind.Silent;
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format or UnicodeCategory.EnclosingMark:
                return LetterKind.Silent;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
                return LetterKind.Spaced;
            case UnicodeCategory.OtherSymbol when IsEnclosedLetter(rune.Value):
                return LetterKind.Spaced;
            case UnicodeCategory.OtherSymbol when IsPicture(rune.Value):
                return LetterKind.Picture;
            case UnicodeCategory.ModifierSymbol when rune.Value >= 0x1f3fb:
                return LetterKind.Silent; // skin tones
            default:
                return LetterKind.Gap;
        }
    }

    // Accents, Hebrew points, Arabic vowels and stretching, variation selectors.
    private static bool IsSilent(int value) => value is >= 0x300 and <= 0x36f or >= 0x591 and <= 0x5c7 and not (0x5be or 0x5c0 or 0x5c3 or 0x5c6)
        or >= 0x64b and <= 0x65f or 0x670 or 0x640 or >= 0xfe00 and <= 0xfe0f or >= 0xe0000 and <= 0xe0fff;

    /// <summary>Scripts whose words no space divides, and Korean, whose words carry their endings.</summary>
    private static bool IsUnspaced(int value) => value is >= 0x0e00 and <= 0x0eff or >= 0x1000 and <= 0x109f or >= 0x1780 and <= 0x17ff
        or >= 0x1100 and <= 0x11ff or >= 0x2e80 and <= 0x2fdf or >= 0x3005 and <= 0x3007 or >= 0x3031 and <= 0x3035 or >= 0x3041 and <= 0x31ff
        or >= 0x3400 and <= 0x4dbf or >= 0x4e00 and <= 0x9fff or >= 0xa960 and <= 0xa97f or >= 0xac00 and <= 0xd7ff or >= 0xf900 and <= 0xfaff
        or >= 0xff66 and <= 0xffdc or >= 0x1b000 and <= 0x1b2ff or >= 0x20000 and <= 0x3ffff;

    // Arrows to emoji, without the frames, blocks and dots that pictures are drawn with.
    private static bool IsPicture(int value) => value is >= 0x2190 and < 0x2500 or >= 0x25a0 and < 0x2800 or >= 0x2900 and < 0x2e00 or >= 0x1f000;

    // 🄰, 🅐: NFKC undoes the white ones only.
    private static bool IsEnclosedLetter(int value) => value is >= 0x24b6 and <= 0x24e9 or >= 0x1f110 and <= 0x1f149 or >= 0x1f150 and <= 0x1f169 or >= 0x1f170 and <= 0x1f189;

    private static string Fold(Rune rune)
    {
        if (rune.Value is >= 0x1f150 and <= 0x1f189)
            return ((char)('a' + ((rune.Value - 0x1f150) % 0x20))).ToString();
        var folded = new StringBuilder();
        foreach (var part in Compatible(rune).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(Rune.ToUpperInvariant(part));
            foreach (var piece in lower.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            {
                if (!IsSilent(piece.Value) && Rune.IsLetterOrDigit(piece) | IsMark(piece))
                    folded.Append(Rune.ToLowerInvariant(piece).ToString());
            }
        }
        return Unwhole(folded.ToString().Normalize(NormalizationForm.FormC));
    }

    private static string Compatible(Rune rune)
    {
        try
        {
            return rune.ToString().Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return ""; // noncharacters
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Unwhole(string folded) => folded switch
    {
        "ø" => "o",
        "đ" or "ð" => "d",
        "ł" => "l",
        "ħ" => "h",
        "ŧ" => "t",
        "ı" => "i",
        "æ" => "ae",
        "œ" => "oe",
        "ß" => "ss",
        "þ" => "th",
        "ς" => "σ",
        _ => folded,
    };
}
