using System.Globalization;
using System.Text;

namespace Tocsin.Cli.Frame;

/// <summary>
/// Makes text from the outside safe to show: what adversaries publish can carry terminal escapes, line breaks and
/// bidirectional overrides that would rewrite the screen or the sentence around them.
/// </summary>
internal static class Plain
{
    private const char Stand = '\uFFFD';

    /// <summary>One line: runs of white space become one space, control and format characters U+FFFD.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) AppendSpace(line);
            else line.Append(IsUnsafe(c) ? Stand : c);
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>As <see cref="Line(string)"/>, cut to at most <paramref name="length"/> characters, the last of them an ellipsis if cut.</summary>
    public static string Line(string text, int length)
    {
        var line = Line(text);
        if (line.Length <= length) return line;
        var cut = length - 1;
        if (char.IsHighSurrogate(line[cut - 1])) cut--;
        return line[..cut].TrimEnd() + "…";
    }

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
    }

    /// <summary>Joiners are kept: emoji and several scripts need them, and they cannot move the cursor.</summary>
    private static bool IsUnsafe(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => c is not ('\u200C' or '\u200D'),
        _ => false,
    };
}
