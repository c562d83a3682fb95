using System.Net;
using Tocsin.Core;

namespace Tocsin.Console.Security.Proxy;

/// <summary>The one reverse proxy whose word counts: for the client's address and scheme and, when it signs people in, for who they are.</summary>
/// <param name="Address">Where its connections come from.</param>
/// <param name="UserHeader">The header in which it names the person it has signed in; null when it signs nobody in.</param>
/// <param name="RoleHeader">The header in which it names the person's role; null when roles are given here.</param>
internal sealed record TrustedProxy(IPAddress Address, string? UserHeader, string? RoleHeader)
{
    /// <summary>Null when none was named: then such headers are nobody's word and are ignored.</summary>
    /// <exception cref="Problem">It is not an address, two were named, or a header was named without a proxy.</exception>
    public static TrustedProxy? Of(ConsoleOptions options)
    {
        if (options.SsoRoleHeader is not null && options.SsoProxy is null)
            throw new Problem("single sign-on names no proxy", "--sso-role-header", "name the proxy's address with --sso-proxy ADDRESS");
        var (proxy, sso) = (AddressOf("--proxy", options.Proxy), AddressOf("--sso-proxy", options.SsoProxy));
        if (proxy is not null && sso is not null && !proxy.Equals(sso))
            throw new Problem("two proxies are trusted", $"--proxy {proxy} --sso-proxy {sso}", "name one: the proxy that signs people in is trusted for the rest too");
        if (sso is not null) return new(sso, options.SsoHeader, options.SsoRoleHeader);
        return proxy is null ? null : new(proxy, null, null);
    }

    /// <summary>Whether a connection is the proxy's own.</summary>
    public bool IsPeer(IPAddress? peer) => peer is not null && Plain(peer).Equals(Address);

    private static IPAddress? AddressOf(string option, string? named)
    {
        if (named is null) return null;
        return IPAddress.TryParse(named, out var address)
            ? Plain(address)
            : throw new Problem("the proxy is not an IP address", $"{option} {named}", "give the address its connections come from, e.g. 127.0.0.1");
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
