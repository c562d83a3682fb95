using System.Globalization;

namespace Tocsin.Core.Events.Text;

/// <summary>Questions about one UTF-16 unit that the scanners share. Surrogates are of no kind.</summary>
internal static class CharKinds
{
    public static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Letters, figures and the marks on them.</summary>
    public static bool IsWordPart(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || IsMark(c);
}
