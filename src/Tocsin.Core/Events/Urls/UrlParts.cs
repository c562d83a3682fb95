using System.Globalization;

namespace Tocsin.Core.Events.Urls;

/// <summary>The pieces of an address as written; <see cref="Port"/> is 0 for the scheme's own.</summary>
internal ref struct UrlParts
{
    public string Scheme;
    public ReadOnlySpan<char> Host;
    public int Port;
    public ReadOnlySpan<char> Path;
    public ReadOnlySpan<char> Query;
    public ReadOnlySpan<char> Fragment;

    public static bool TrySplit(ReadOnlySpan<char> url, out UrlParts parts)
    {
        parts = default;
        if (!TryScheme(ref url, out parts.Scheme, out var written))
            return false;
        var end = url.IndexOfAny("/?#");
        var authority = end < 0 ? url : url[..end];
        SplitRest(end < 0 ? default : url[end..], ref parts);
        var user = authority.LastIndexOf('@');
        if (user >= 0 && !written)
            return false; // an e-mail address
        authority = authority[(user + 1)..];
        return TryHostAndPort(authority, ref parts);
    }

    private static bool TryScheme(ref ReadOnlySpan<char> url, out string scheme, out bool isWritten)
    {
        scheme = "https";
        var at = url.IndexOf("://");
        var delimiter = url.IndexOfAny("/?#");
        isWritten = at >= 0 && (delimiter < 0 || delimiter > at);
        if (!isWritten)
        {
            if (url.StartsWith("//"))
                url = url[2..];
            return true;
        }

        var name = url[..at];
        url = url[(at + 3)..];
        foreach (var known in (ReadOnlySpan<string>)["https", "http", "ftp"])
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                scheme = known;
                return true;
            }
        }

        return false;
    }

    private static void SplitRest(ReadOnlySpan<char> rest, ref UrlParts parts)
    {
        var hash = rest.IndexOf('#');
        parts.Fragment = hash < 0 ? default : rest[(hash + 1)..];
        rest = hash < 0 ? rest : rest[..hash];
        var question = rest.IndexOf('?');
        parts.Query = question < 0 ? default : rest[(question + 1)..];
        parts.Path = question < 0 ? rest : rest[..question];
    }

    private static bool TryHostAndPort(ReadOnlySpan<char> authority, ref UrlParts parts)
    {
        var colon = authority.LastIndexOf(':');
        parts.Host = authority;
        if (colon < 0 || authority[^1] == ']')
            return true;
        var port = authority[(colon + 1)..];
        parts.Host = authority[..colon];
        if (port.IsEmpty)
            return true;
        if (!ushort.TryParse(port, NumberStyles.None, null, out var number))
            return false;
        var own = parts.Scheme switch { "https" => 443, "http" => 80, _ => 21 };
        parts.Port = number == own ? 0 : number;
        return true;
    }
}
