using System.Runtime.InteropServices;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Detection.NearText;

/// <summary>Overlapping pieces of a text as hashes: two texts are as alike as the pieces they share (Broder 1997).</summary>
public static class Shingles
{
    // Five letters are about a word; an ideograph or a syllable block says more, so three of them do.
    private const int Letters = 5;
    private const int Ideographs = 3;

    /// <summary>
    /// Hashes of every <paramref name="count"/> consecutive words of the folded text, in order, with repeats;
    /// of all its words at once when it has fewer. Empty for a text without words.
    /// </summary>
    public static ulong[] Words(ReadOnlySpan<char> text, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var folded = TextFolding.FoldInPlace(text);
        var words = new List<ulong>();
        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (end < folded.Length && CharKinds.IsWordPart(folded[end]))
                end++;
            if (end > start)
                words.Add(Keys.Of(folded[start..end]));
            start = end + 1;
        }

        return Join(CollectionsMarshal.AsSpan(words), count);
    }

    /// <summary>Hashes of every few consecutive characters of a masked text, each once, ascending, into <paramref name="hashes"/>.</summary>
    /// <returns>How many there are; never more than the text has characters.</returns>
    internal static int Characters(ReadOnlySpan<char> masked, Span<uint> hashes)
    {
        var length = Math.Min(masked.Length, MostlyIdeographs(masked) ? Ideographs : Letters);
        var count = masked.Length - length + 1;
        for (var i = 0; i < count; i++)
            hashes[i] = Hash(masked.Slice(i, length));
        var all = hashes[..count];
        all.Sort();
        return Distinct(all);
    }

    private static ulong[] Join(ReadOnlySpan<ulong> words, int count)
    {
        if (words.IsEmpty)
            return [];
        count = Math.Min(count, words.Length);
        var joined = new ulong[words.Length - count + 1];
        for (var i = 0; i < joined.Length; i++)
        {
            foreach (var word in words.Slice(i, count))
                joined[i] = Mix(joined[i] * 31 + word);
        }

        return joined;
    }

    private static bool MostlyIdeographs(ReadOnlySpan<char> text)
    {
        var ideographs = 0;
        foreach (var c in text)
            ideographs += c >= '\u2e80' ? 1 : 0;
        return 2 * ideographs > text.Length;
    }

    private static uint Hash(ReadOnlySpan<char> piece)
    {
        var hash = 0UL;
        foreach (var c in piece)
            hash = (hash ^ c) * 0x9e3779b97f4a7c15;
        return (uint)(Mix(hash) >> 32);
    }

    // The finishing step of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
        value = (value ^ value >> 27) * 0x94d049bb133111eb;
        return value ^ value >> 31;
    }

    private static int Distinct(Span<uint> sorted)
    {
        var kept = 0;
        foreach (var hash in sorted)
        {
            if (kept == 0 || sorted[kept - 1] != hash)
                sorted[kept++] = hash;
        }

        return kept;
    }
}
