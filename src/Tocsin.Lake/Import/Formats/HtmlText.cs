using System.Net;
using System.Text;

namespace Tocsin.Lake.Import.Formats;

/// <summary>The little HTML that Mastodon sends (p, br, a, span): as plain text, and its links. Linear in its input.</summary>
internal static class HtmlText
{
    public static string? Plain(string? html)
    {
        if (html is null)
            return null;
        var text = new StringBuilder(html.Length);
        foreach (var (tag, content) in Pieces(html))
        {
            if (tag is not null && (StartsTag(tag, "br") || StartsTag(tag, "/p")))
                text.Append('\n');
            text.Append(content);
        }
        var plain = WebUtility.HtmlDecode(text.ToString()).Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>Targets of links that are neither mentions nor hashtags.</summary>
    public static IEnumerable<string> Links(string? html)
    {
        foreach (var (tag, _) in Pieces(html ?? string.Empty))
        {
            if (tag is not null && StartsTag(tag, "a") && !(Attribute(tag, "class")?.Contains("mention") ?? false)
                && Attribute(tag, "href") is { Length: > 0 } target)
                yield return WebUtility.HtmlDecode(target);
        }
    }

    private static IEnumerable<(string? Tag, string Content)> Pieces(string html)
    {
        var at = html.IndexOf('<');
        yield return (null, at < 0 ? html : html[..at]);
        while (at >= 0)
        {
            var close = html.IndexOf('>', at);
            if (close < 0)
                yield break;
            var next = html.IndexOf('<', close);
            yield return (html[(at + 1)..close], next < 0 ? html[(close + 1)..] : html[(close + 1)..next]);
            at = next;
        }
    }

    private static bool StartsTag(string tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsLetterOrDigit(tag[name.Length]));

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf(name + "=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var start = at + name.Length + 2;
        var end = tag.IndexOf('"', start);
        return end < 0 ? null : tag[start..end];
    }
}
