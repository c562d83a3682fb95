using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Events.Urls;

/// <summary>
/// A web address in the one form under which shares of it are compared. Made equal: case of scheme and host, punycode,
/// default ports, user names, dot segments, percent-encoding, empty paths, order of query parameters (by name;
/// of one name as written), tracking parameters, fragments (except <c>#!</c>, which names a page), a trailing dot of the host.
/// Kept apart, because servers may answer differently: http and https, www. and m. hosts, trailing slashes, letter case
/// of the path. Shorteners stay what they are. An address without a scheme is read as https.
/// </summary>
/// <param name="Text">The address as written from now on.</param>
/// <param name="Host">Its host: lower-case ASCII name, dotted IPv4 or [IPv6].</param>
public readonly record struct NormalUrl(string Text, string Host)
{
    // Longer ones are data, not addresses people share.
    private const int Longest = 4096;

    /// <summary>The registrable domain, or the host itself when it is an address or a public suffix.</summary>
    public string Domain
    {
        get
        {
            if (HostNames.IsAddress(Host))
                return Host;
            var domain = PublicSuffixes.RegistrableDomain(Host);
            return domain.IsEmpty || domain.Length == Host.Length ? Host : domain.ToString();
        }
    }

    /// <summary>Null when this is no http, https or ftp address with a sound host and port.</summary>
    public static NormalUrl? Parse(ReadOnlySpan<char> url)
    {
        url = url.Trim();
        if (url.Contains('\\'))
            url = url.ToString().Replace('\\', '/'); // as browsers do
        if (url.IsEmpty || url.Length > Longest || !UrlParts.TrySplit(url, out var parts))
            return null;
        var host = HostNames.Normalise(parts.Host);
        if (host is null)
            return null;

        var output = new TextBuffer();
        output.Append(parts.Scheme);
        output.Append("://");
        output.Append(host);
        AppendPort(parts, output);
        PercentEncoding.AppendPath(parts.Path, output);
        UrlQuery.Append(parts.Query, PublicSuffixes.RegistrableDomain(host), output);
        if (parts.Fragment.StartsWith("!"))
        {
            output.Append('#');
            PercentEncoding.Append(parts.Fragment, output);
        }

        return new(output.Written.ToString(), host);
    }

    private static void AppendPort(UrlParts parts, TextBuffer output)
    {
        if (parts.Port == 0)
            return;
        output.Append(':');
        output.Append(parts.Port.ToString());
    }
}
