using System.Globalization;
using System.Text;

namespace Tocsin.Console.Layout.Reading;

/// <summary>Makes characters visible that would move, hide or reorder what stands around them.</summary>
internal static class Visible
{
    /// <summary>The text with each such character as <c>⟨U+202E⟩</c>.</summary>
    public static string Text(string text)
    {
        if (!text.Any(Hides)) return text;
        var seen = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Hides(c)) seen.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩");
            else seen.Append(c);
        }
        return seen.ToString();
    }

    /// <summary>
    /// Controls other than tab and line ends, marks and overrides of direction, zero-width blanks, lone halves of surrogates excepted.
    /// The joiners U+200C and U+200D stay: scripts and emoji need them.
    /// </summary>
    public static bool Hides(char c) =>
        c is < ' ' and not ('\t' or '\n' or '\r')
        or >= '\u007f' and < '\u00a0'
        or '\u00ad' or '\u061c' or '\u180e' or '\u200b' or '\u200e' or '\u200f'
        or >= '\u2028' and <= '\u202e'
        or >= '\u2060' and <= '\u206f'
        or '\ufeff' or >= '\ufff9' and <= '\ufffb';
}
