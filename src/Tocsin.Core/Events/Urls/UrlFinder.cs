using System.Buffers;

namespace Tocsin.Core.Events.Urls;

/// <summary>Where web addresses stand in running text: with a scheme anywhere, without one where a known top-level domain ends a name.</summary>
internal static class UrlFinder
{
    // What ends an address: space, quotes, angle brackets, and the punctuation of scripts that set no spaces.
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(
        " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u3000"
        + "<>\"`{}|^\u0000“”„‘’«»‹›…。、，．！？：；（）［］｛｝「」『』【】《》〈〉〔〕");

    private static readonly SearchValues<char> TrailingPunctuation = SearchValues.Create(".,;:!?'\"*_~");

    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    /// <summary>The address without the punctuation of the sentence around it.</summary>
    public static ReadOnlySpan<char> WithoutTrailingPunctuation(ReadOnlySpan<char> url) => url[..TrimEnd(url, 0, url.Length)];

    /// <summary>The next address at or after <paramref name="from"/>; false when there is none.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        end = from;
        for (var at = from; (at = NextHint(text, at)) >= 0; at = Math.Max(at + 1, end))
        {
            if (text[at] == ':' ? TryWithScheme(text, at, from, out start, out end) : TryBare(text, at, from, out start, out end))
                return true;
        }

        (start, end) = (0, 0);
        return false;
    }

    private static int NextHint(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny('.', ':');
            if (at < 0)
                return -1;
            from += at;
            if (text[from] == '.' || text[from..].StartsWith("://"))
                return from;
            from++;
        }

        return -1;
    }

    private static bool TryWithScheme(ReadOnlySpan<char> text, int colon, int from, out int start, out int end)
    {
        start = colon;
        while (start > from && char.IsAsciiLetter(text[start - 1]))
            start--;
        end = colon;
        var length = SchemeLength(text[start..colon]);
        if (length == 0)
            return false;
        start = colon - length;
        end = TrimEnd(text, colon + 3, Extent(text, colon + 3));
        return end > colon + 3;
    }

    // The scheme may be glued to the word before it: "seehttps://…".
    private static int SchemeLength(ReadOnlySpan<char> letters)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["https", "http", "ftp"])
        {
            if (letters.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme.Length;
        }

        return 0;
    }

    // When it fails, end is where the run of host characters ends: no other full stop in it can do better.
    private static bool TryBare(ReadOnlySpan<char> text, int dot, int from, out int start, out int end)
    {
        start = dot;
        while (start > from && HostCharacters.Contains(text[start - 1]))
            start--;
        var hostEnd = dot + 1 + LengthOf(text[(dot + 1)..], HostCharacters);
        end = hostEnd;
        if (start == dot || !MayStart(text, start))
            return false;
        var host = text[start..hostEnd].TrimEnd(".-");
        var nameEnd = start + host.Length;
        var hasPath = nameEnd == hostEnd && HasPath(text, nameEnd);
        if (!BareHosts.IsPlausible(host, hasPath) || nameEnd < text.Length && text[nameEnd] == '@')
            return false;
        end = hasPath ? TrimEnd(text, nameEnd, Extent(text, nameEnd)) : nameEnd;
        return true;
    }

    // Not the host of an e-mail address or handle, nor a part of something longer.
    private static bool MayStart(ReadOnlySpan<char> text, int start) =>
        start == 0 || text[start - 1] is var c && c is not ('@' or '＠' or '#' or '$' or '_' or '/' or '%' or '=' or '&' or '+')
        && !(c < '\u0e00' && char.IsLetterOrDigit(c));

    private static bool HasPath(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return false;
        if (text[at] == ':')
            return at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        return text[at] == '/' || text[at] == '?' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);
    }

    private static int LengthOf(ReadOnlySpan<char> text, SearchValues<char> kept) =>
        text.IndexOfAnyExcept(kept) is var end && end >= 0 ? end : text.Length;

    private static int Extent(ReadOnlySpan<char> text, int from)
    {
        var rest = text[from..];
        var end = rest.IndexOfAny(Delimiters) is var delimiter && delimiter >= 0 ? delimiter : rest.Length;
        var slash = rest[..end].IndexOfAny("/?#");
        for (var i = slash < 0 ? end : slash; i < end; i++)
        {
            if (IsUnspacedScript(rest[i]))
                return from + i; // text that goes on after the address without a space
        }

        return from + end;
    }

    private static bool IsUnspacedScript(char c) => c is >= '\u0e00' and <= '\u0eff' or >= '\u2e80' and <= '\ud7a3' or >= '\uff00';

    private static int TrimEnd(ReadOnlySpan<char> text, int from, int end)
    {
        while (end > from)
        {
            var last = text[end - 1];
            if (!TrailingPunctuation.Contains(last) && !IsUnopened(text[from..end], last))
                break;
            end--;
        }

        return end;
    }

    private static bool IsUnopened(ReadOnlySpan<char> url, char last)
    {
        var open = last switch { ')' => '(', ']' => '[', _ => '\0' };
        return open != '\0' && url.Count(last) > url.Count(open);
    }
}
