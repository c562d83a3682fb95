using System.Globalization;

namespace Tocsin.Console.Layout.Reading;

/// <summary>Cuts and marks text from outside.</summary>
internal static class OutsideText
{
    /// <summary>How far a stack of combining marks may go on before the cut is made through it.</summary>
    private const int LongestCharacter = 32;

    /// <summary>Where to cut so that about <paramref name="length"/> characters remain and no character is cut in two.</summary>
    public static int CutAt(string text, int length)
    {
        if (text.Length <= length) return text.Length;
        var start = Math.Max(0, length - LongestCharacter);
        var at = start;
        while (at < length)
        {
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(LongestCharacter, text.Length - at)));
            if (next > length) break;
            at = next;
        }
        return at > start ? at : length;
    }

    /// <summary>The text between two places in marked and unmarked pieces, its addresses defanged.</summary>
    public static IEnumerable<(string Text, bool Marked)> Pieces(string text, IReadOnlyList<Range> marks, int from, int to)
    {
        var at = from;
        foreach (var mark in marks)
        {
            var start = Math.Clamp(mark.Start.GetOffset(text.Length), at, to);
            var end = Math.Clamp(mark.End.GetOffset(text.Length), start, to);
            if (start > at) yield return (Defanging.Text(text[at..start]), false);
            if (end > start) yield return (Defanging.Text(text[start..end]), true);
            at = end;
        }
        if (to > at) yield return (Defanging.Text(text[at..to]), false);
    }

    /// <summary>A text in what can be read and what hides: each hiding character stands alone.</summary>
    public static IEnumerable<(string Text, char? Hidden)> Signs(string text)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Visible.Hides(text[i])) continue;
            if (i > at) yield return (text[at..i], null);
            yield return ("", text[i]);
            at = i + 1;
        }
        if (at < text.Length) yield return (text[at..], null);
    }
}
