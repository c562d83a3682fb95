using System.Net;
using Tocsin.Core;

namespace Tocsin.Console.Security.Proxy;

/// <summary>The one reverse proxy whose word counts: for who the person is, and for the client's address and scheme.</summary>
/// <param name="Address">Where its connections come from.</param>
/// <param name="UserHeader">The header in which it names the person it has signed in.</param>
/// <param name="RoleHeader">The header in which it names the person's role; null when roles are given here.</param>
internal sealed record TrustedProxy(IPAddress Address, string UserHeader, string? RoleHeader)
{
    /// <summary>Null when none was named: then such headers are nobody's word and are ignored.</summary>
    /// <exception cref="Problem">It is not an address, or a header was named without a proxy.</exception>
    public static TrustedProxy? Of(ConsoleOptions options)
    {
        if (options.SsoProxy is not { } named)
            return options.SsoRoleHeader is null
                ? null
                : throw new Problem("single sign-on names no proxy", "--sso-role-header", "name the proxy's address with --sso-proxy ADDRESS");
        return IPAddress.TryParse(named, out var address)
            ? new(Plain(address), options.SsoHeader, options.SsoRoleHeader)
            : throw new Problem("the sign-on proxy is not an IP address", $"--sso-proxy {named}", "give the address its connections come from, e.g. 127.0.0.1");
    }

    /// <summary>Whether a connection is the proxy's own.</summary>
    public bool IsPeer(IPAddress? peer) => peer is not null && Plain(peer).Equals(Address);

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
