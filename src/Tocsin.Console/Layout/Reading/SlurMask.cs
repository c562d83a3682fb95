using System.Collections.Frozen;
using System.Text;
using Tocsin.Core.Events.Text;

namespace Tocsin.Console.Layout.Reading;

/// <summary>Covers slurs in lists, where texts are met unasked: the first letter stays, so that one knows what is covered.</summary>
internal static class SlurMask
{
    private const string Cover = "•••";

    /// <summary>The words, folded; the file holds them in rot13.</summary>
    private static readonly FrozenSet<string> Slurs = Read();

    public static string Cloak(string text)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsPart(text[start])) continue;
            var end = start;
            while (end < text.Length && IsPart(text[end])) end++;
            if (IsSlur(text.AsSpan(start, end - start)))
            {
                (masked ??= new(text.Length)).Append(text, copied, start + 1 - copied).Append(Cover);
                copied = end;
            }
            start = end;
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsSlur(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return false;
        var folded = TextFolding.Fold(word);
        return Slurs.Contains(folded) || (folded.EndsWith('s') && Slurs.Contains(folded[..^1]));
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '$' or '\u200b' or '\u200c' or '\u200d' || char.IsSurrogate(c);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(SlurMask).Assembly.GetManifestResourceStream("slurs.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(Turn).ToFrozenSet(StringComparer.Ordinal);
    }

    private static string Turn(string word) => string.Concat(word.Select(c => c is >= 'a' and <= 'z' ? (char)('a' + ((c - 'a' + 13) % 26)) : c));
}
