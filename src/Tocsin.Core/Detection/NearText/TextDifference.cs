using System.Globalization;
using System.Text;

namespace Tocsin.Core.Detection.NearText;

/// <summary>What becomes of a piece on the way from one text to another.</summary>
public enum TextChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words, of both texts or of one of them.</summary>
public readonly record struct TextPiece(TextChange Change, string Text);

/// <summary>Shows how two texts differ, word by word: the longest common subsequence stays.</summary>
public static class TextDifference
{
    // Work grows with the product: what differs in more words than these is told as removed and added whole.
    private const int MostWords = 1_500;

    /// <summary>Pieces in order: those that are the same or removed give the first text, those the same or added the second.</summary>
    public static IReadOnlyList<TextPiece> Between(string from, string to)
    {
        var (a, b) = (Words(from), Words(to));
        var start = 0;
        while (start < Math.Min(a.Count, b.Count) && a[start] == b[start])
            start++;
        var (endA, endB) = (a.Count, b.Count);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
            (endA, endB) = (endA - 1, endB - 1);
        var pieces = new List<(TextChange, string)>();
        pieces.AddRange(a[..start].Select(word => (TextChange.Same, word)));
        pieces.AddRange(Middle(a[start..endA], b[start..endB]));
        pieces.AddRange(a[endA..].Select(word => (TextChange.Same, word)));
        return Joined(pieces);
    }

    private static List<(TextChange, string)> Middle(List<string> a, List<string> b)
    {
        if (a.Count > MostWords || b.Count > MostWords || a.Count == 0 || b.Count == 0)
            return [.. a.Select(word => (TextChange.Removed, word)), .. b.Select(word => (TextChange.Added, word))];
        var (common, pieces) = (CommonLengths(a, b), new List<(TextChange, string)>());
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                pieces.Add((TextChange.Same, a[i++]));
                j++;
            }
            else if (j == b.Count || (i < a.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                pieces.Add((TextChange.Removed, a[i++]));
            }
            else
            {
                pieces.Add((TextChange.Added, b[j++]));
            }
        }
        return pieces;
    }

    // Length of the longest common subsequence of what follows each pair of places.
    private static ushort[,] CommonLengths(List<string> a, List<string> b)
    {
        var lengths = new ushort[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
                lengths[i, j] = a[i] == b[j] ? (ushort)(lengths[i + 1, j + 1] + 1) : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    // Runs of letters and figures, runs of spaces, and every other character by itself; so is every ideograph.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        var run = new StringBuilder();
        var kind = 0;
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var next = KindOf(element);
            if (run.Length > 0 && (next != kind || next == 0))
                words.Add(Taken(run));
            run.Append(element);
            kind = next;
        }
        if (run.Length > 0)
            words.Add(run.ToString());
        return words;
    }

    private static string Taken(StringBuilder run)
    {
        var word = run.ToString();
        run.Clear();
        return word;
    }

    private static int KindOf(string element) => element[0] switch
    {
        >= '\u0e00' and <= '\u0eff' or >= '\u2e80' => 0,
        var c when char.IsLetterOrDigit(c) => 1,
        var c when char.IsWhiteSpace(c) => 2,
        _ => 0,
    };

    private static List<TextPiece> Joined(List<(TextChange Change, string Text)> words)
    {
        var pieces = new List<TextPiece>();
        for (var i = 0; i < words.Count;)
        {
            var (start, change) = (i, words[i].Change);
            while (i < words.Count && words[i].Change == change)
                i++;
            pieces.Add(new(change, string.Concat(words[start..i].Select(word => word.Text))));
        }
        return pieces;
    }
}
