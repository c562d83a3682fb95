namespace Tocsin.Console.Screens.Signals;

/// <summary>
/// Marks what texts that stand side by side have in common: runs of three words of which one says something, or of two that both
/// do, found in at least two of the texts, and the value that ties them. Words are compared folded, so that case, look-alike
/// letters and invisible characters hide nothing. Takes time linear in the length of the texts.
/// </summary>
internal static class SharedText
{
    private const int Least = 2;

    /// <summary>What to mark in each text, in order and apart. A mark never cuts an address: it takes in the whole of it.</summary>
    /// <param name="texts">Texts as they were published.</param>
    /// <param name="value">The observable all of them carry, e.g. a hashtag or a domain; null when it is not a word of theirs.</param>
    public static IReadOnlyList<IReadOnlyList<Range>> Mark(IReadOnlyList<string> texts, string? value)
    {
        var words = texts.Select(TextWords.Of).ToArray();
        var counts = CountRuns(words);
        var tie = value is null ? [] : TextWords.Of(value).ConvertAll(word => word.Folded);
        return [.. texts.Select((text, i) => Marks(text, words[i], Shared(words[i], counts, tie)))];
    }

    private static Dictionary<string, int> CountRuns(IEnumerable<List<Word>> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in texts)
        {
            foreach (var run in Runs(words).Select(run => run.Key).Distinct(StringComparer.Ordinal))
                counts[run] = counts.GetValueOrDefault(run) + 1;
        }
        return counts;
    }

    private static IEnumerable<(int At, int Length, string Key)> Runs(List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (first, second) = (words[i], words[i + 1]);
            if (first.Tells && second.Tells) yield return (i, 2, $"{first.Folded} {second.Folded}");
            if (i + 2 >= words.Count) continue;
            var third = words[i + 2];
            if (first.Tells || second.Tells || third.Tells) yield return (i, 3, $"{first.Folded} {second.Folded} {third.Folded}");
        }
    }

    private static bool[] Shared(List<Word> words, Dictionary<string, int> counts, List<string> tie)
    {
        var shared = new bool[words.Count];
        foreach (var (at, length, key) in Runs(words))
        {
            if (counts[key] >= Least) shared.AsSpan(at, length).Fill(true);
        }
        for (var i = 0; tie.Count > 0 && i + tie.Count <= words.Count; i++)
        {
            if (Matches(words, i, tie)) shared.AsSpan(i, tie.Count).Fill(true);
        }
        return shared;
    }

    private static bool Matches(List<Word> words, int at, List<string> tie)
    {
        for (var i = 0; i < tie.Count; i++)
        {
            if (words[at + i].Folded != tie[i]) return false;
        }
        return true;
    }

    /// <summary>Neighbouring shared words are one mark, with what stands between them.</summary>
    private static List<Range> Marks(string text, List<Word> words, bool[] shared)
    {
        List<Range> marks = [];
        var addresses = Addresses(text);
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (!shared[i]) continue;
            var from = i;
            while (i + 1 < words.Count && shared[i + 1]) i++;
            var (start, end) = (words[from].Start, words[i].End);
            while (next < addresses.Count && addresses[next].End <= start) next++;
            for (var a = next; a < addresses.Count && addresses[a].Start < end; a++)
                (start, end) = (Math.Min(start, addresses[a].Start), Math.Max(end, addresses[a].End));
            if (marks.Count > 0 && start <= marks[^1].End.Value) marks[^1] = marks[^1].Start..end;
            else marks.Add(start..end);
        }
        return marks;
    }

    /// <summary>What looks like an address with a scheme, from white space to white space.</summary>
    private static List<(int Start, int End)> Addresses(string text)
    {
        List<(int, int)> addresses = [];
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at, StringComparison.Ordinal))
        {
            var start = at;
            while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            addresses.Add((start, at));
        }
        return addresses;
    }
}
