namespace Tocsin.Core.Events.Extraction;

/// <summary>"RT @name: text" is how a repost looks in exports that do not say what it is.</summary>
internal static class RepostMark
{
    private const int LongestHandle = 64;

    /// <summary>The text of the original; empty when the text does not start with the mark.</summary>
    public static ReadOnlySpan<char> Original(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("RT @"))
            return default;
        var colon = text.IndexOf(':');
        return colon is > 4 and < LongestHandle + 6 && !text[4..colon].Contains(' ') ? text[(colon + 1)..] : default;
    }
}
