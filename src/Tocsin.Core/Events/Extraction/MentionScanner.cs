using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>
/// Handles behind an @, lower case and without it: <c>user</c>, <c>user@host</c> (Mastodon), <c>user.bsky.social</c>.
/// A full stop inside belongs to the handle where the platform's handles may hold one; elsewhere it ends the sentence.
/// </summary>
internal static class MentionScanner
{
    private const int Longest = 64;

    public static void Scan(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        for (var i = 0; i < text.Length && !scan.IsFull;)
        {
            var at = text[i..].IndexOfAny('@', '＠');
            if (at < 0)
                return;
            at += i;
            i = at + 1;
            if (!MayStart(text, at) || scan.IsClaimed(at))
                continue;
            var end = HandleEnd(text, at + 1, scan.Event.Platform);
            if (end - at - 1 is < 1 or > Longest)
                continue;
            scan.Claim(at, end);
            scan.Add(ObservableKind.Mention, Normalise(text[(at + 1)..end]));
            i = end;
        }
    }

    public static string Normalise(ReadOnlySpan<char> handle) => handle.Trim().TrimStart("@＠").ToString().ToLowerInvariant();

    private static bool MayStart(ReadOnlySpan<char> text, int at) =>
        at == 0 || text[at - 1] is var c && !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '@' or '＠' or '/' or '$' or '&' or '%' or '!' or '*');

    private static int HandleEnd(ReadOnlySpan<char> text, int start, string platform)
    {
        var end = WordEnd(text, start);
        if (end == start)
            return end;
        if (end + 1 < text.Length && text[end] == '@' && HostEnd(text, end + 1) is var host && host > end + 1)
            return host;
        return HostEnd(text, start) is var full && full > end && MayHoldStops(text[start..full], platform) ? full : end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && (char.IsAsciiLetterOrDigit(text[start]) || text[start] == '_'))
            start++;
        return start;
    }

    // Where a name with full stops or hyphens ends; start itself when it holds none.
    private static int HostEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
            end++;
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        return text[start..end].Contains('.') ? end : start;
    }

    private static bool MayHoldStops(ReadOnlySpan<char> handle, string platform) => platform switch
    {
        "tiktok" or "instagram" or "youtube" or "threads" => true,
        "bluesky" => PublicSuffixes.IsTopLevel(handle[(handle.LastIndexOf('.') + 1)..].ToString().ToLowerInvariant()),
        _ => handle.EndsWith(".bsky.social", StringComparison.OrdinalIgnoreCase),
    };
}
