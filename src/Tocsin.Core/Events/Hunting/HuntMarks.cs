namespace Tocsin.Core.Events.Hunting;

/// <summary>Finds in a text what a hunt's words hit.</summary>
internal static class HuntMarks
{
    public static List<TextSpan> Find(IEnumerable<HuntNode.Words> words, string text)
    {
        var cut = new SearchWords();
        cut.Cut(text);
        var found = new List<TextSpan>();
        if (SearchWords.Composed(text).Length != text.Length)
            return found; // places in the composed text are not places in this one
        foreach (var asked in words.Select(SearchWords.Of))
        {
            for (var at = 0; at + asked.Tokens.Count <= cut.Tokens.Count; at++)
            {
                if (StandsAt(asked, cut, at))
                    found.Add(Span(asked, cut, at));
            }
        }
        return Merged(found);
    }

    private static bool StandsAt(WordsAsked asked, SearchWords cut, int at)
    {
        for (var i = 0; i < asked.Tokens.Count; i++)
        {
            var token = cut[cut.Tokens[at + i]];
            var open = asked.IsOpen && i == asked.Tokens.Count - 1;
            if (open ? !token.StartsWith(asked.Tokens[i]) : !token.SequenceEqual(asked.Tokens[i]))
                return false;
        }
        return true;
    }

    // Of a pair only the first character was asked for when the last token is open.
    private static TextSpan Span(WordsAsked asked, SearchWords cut, int at)
    {
        var (first, last) = (cut.Tokens[at], cut.Tokens[at + asked.Tokens.Count - 1]);
        var pairOpen = asked.IsOpen && last.Kind == LetterKind.Unspaced && last.Length > asked.Tokens[^1].Length;
        var end = pairOpen && at + asked.Tokens.Count < cut.Tokens.Count ? cut.Tokens[at + asked.Tokens.Count].Start : last.End;
        return new(first.Start, end - first.Start);
    }

    private static List<TextSpan> Merged(List<TextSpan> spans)
    {
        spans.Sort((a, b) => a.Start != b.Start ? a.Start - b.Start : a.Length - b.Length);
        var merged = new List<TextSpan>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && merged[^1].End >= span.Start)
                merged[^1] = new(merged[^1].Start, Math.Max(merged[^1].End, span.End) - merged[^1].Start);
            else
                merged.Add(span);
        }
        return merged;
    }
}
