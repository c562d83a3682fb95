using System.Globalization;

namespace Tocsin.Core.Events.Urls;

/// <summary>The ways browsers let an IPv4 address be written (https://url.spec.whatwg.org/#concept-ipv4-parser).</summary>
internal static class IpV4Numbers
{
    /// <summary>Dotted decimal for one to four parts, each decimal, octal (0…) or hexadecimal (0x…); null when out of range.</summary>
    public static string? Normalise(ReadOnlySpan<char> host)
    {
        Span<Range> parts = stackalloc Range[5];
        var count = host.Split(parts, '.');
        if (count > 4)
            return null;
        ulong address = 0;
        for (var i = 0; i < count; i++)
        {
            var last = i == count - 1;
            var limit = last ? 1UL << (8 * (5 - count)) : 256;
            if (!TryNumber(host[parts[i]], out var number) || number >= limit)
                return null;
            address |= last ? number : number << (8 * (3 - i));
        }

        return $"{address >> 24}.{address >> 16 & 255}.{address >> 8 & 255}.{address & 255}";
    }

    private static bool TryNumber(ReadOnlySpan<char> part, out ulong number)
    {
        number = 0;
        if (part.StartsWith("0x"))
            return part.Length == 2 || part.Length <= 10 && ulong.TryParse(part[2..], NumberStyles.AllowHexSpecifier, null, out number);
        if (part.Length < 2 || part[0] != '0')
            return ulong.TryParse(part, NumberStyles.None, null, out number);
        foreach (var digit in part)
        {
            if (digit is < '0' or > '7' || number > uint.MaxValue)
                return false;
            number = number * 8 + (uint)(digit - '0');
        }

        return true;
    }
}
