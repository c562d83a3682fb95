using System.Globalization;
using System.Text;
using Tocsin.Core.Events.Text;

namespace Tocsin.Console.Screens.Signals;

/// <summary>A word of a text, where it stands, and the form it is compared by.</summary>
internal readonly record struct Word(int Start, int Length, string Folded)
{
    private const int Telling = 4;

    public int End => Start + Length;

    /// <summary>Long enough to say something; in scripts without spaces a word is one character, and says it.</summary>
    public bool Tells => Folded.Length >= Telling || (Folded.Length > 0 && Folded[0] > 0x2E7F);
}

/// <summary>Cuts a text into words. In scripts written without spaces each character counts as a word.</summary>
internal static class TextWords
{
    public static List<Word> Of(string text)
    {
        List<Word> words = [];
        var start = -1;
        var at = 0;
        while (at < text.Length)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var part = IsPart(rune);
            if (start >= 0 && (!part || IsUnspaced(rune)))
            {
                words.Add(Word(text, start, at));
                start = -1;
            }
            if (part && IsUnspaced(rune)) words.Add(Word(text, at, at + length));
            else if (part && start < 0) start = at;
            at += length;
        }
        if (start >= 0) words.Add(Word(text, start, text.Length));
        return words;
    }

    private static Word Word(string text, int start, int end) => new(start, end - start, TextFolding.Fold(text.AsSpan(start, end - start)));

    private static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;

    /// <summary>Thai, Lao, Burmese, Khmer, kana and Han.</summary>
    private static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E00 and < 0x0F00) or (>= 0x1000 and < 0x10A0) or (>= 0x1780 and < 0x1800) or (>= 0x3040 and < 0x3100) or (>= 0x3400 and < 0xA000)
        or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x32000);
}
