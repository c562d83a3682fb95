using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tocsin.Core.Events.Urls;

/// <summary>Hosts in their one written form: lower-case ASCII names (IDNA), dotted IPv4, compressed IPv6 in brackets.</summary>
public static class HostNames
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    private static readonly SearchValues<char> HexFigures = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>Null when the text names no host.</summary>
    public static string? Normalise(ReadOnlySpan<char> host)
    {
        if (host.Length > 0 && host[0] == '[')
            return NormaliseIpV6(host);
        host = host.TrimEnd('.');
        if (host.IsEmpty || host.Length > LongestName)
            return null;
        var name = System.Text.Ascii.IsValid(host) ? host.ToString().ToLowerInvariant() : ToAscii(host);
        if (name is null || !HasSoundLabels(name))
            return null;
        return EndsInNumber(name) ? IpV4Numbers.Normalise(name) : name;
    }

    /// <summary>True for a normalised host that is an address, not a name.</summary>
    public static bool IsAddress(ReadOnlySpan<char> host) => host.Length > 0 && (host[0] == '[' || EndsInNumber(host));

    private static string? NormaliseIpV6(ReadOnlySpan<char> host) =>
        host[^1] == ']' && IPAddress.TryParse(host[1..^1], out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[{new IPAddress(address.GetAddressBytes())}]" // without a zone
            : null;

    private static string? ToAscii(ReadOnlySpan<char> host)
    {
        try
        {
            return Idn.GetAscii(host.ToString()).ToLowerInvariant().TrimEnd('.');
        }
        catch (ArgumentException)
        {
            return null; // not a name that IDNA allows
        }
    }

    private static bool HasSoundLabels(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.ContainsAnyExcept(NameCharacters))
            return false;
        foreach (var label in name.Split('.'))
        {
            var (start, end) = (label.Start.Value, label.End.Value);
            if (end - start is 0 or > LongestLabel)
                return false;
        }

        return true;
    }

    // As in the URL standard: a last label of figures (or 0x…) makes the whole an IPv4 address, or nothing.
    private static bool EndsInNumber(ReadOnlySpan<char> name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return !last.ContainsAnyExceptInRange('0', '9') || last.StartsWith("0x") && !last[2..].ContainsAnyExcept(HexFigures);
    }
}
