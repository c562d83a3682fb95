using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tocsin.Console.Screens.Accounts;

/// <summary>
/// Addresses of things that platforms named: accounts and posts. Their ids may hold any characters, slashes, dots and percent
/// signs among them, which servers, proxies and browsers each take apart in ways of their own. So whatever is not a letter, a
/// figure or one of <c>- _ : @</c> is written <c>~hh</c>, byte by byte; a full stop only where it leads.
/// </summary>
internal static class AccountAddress
{
    private const char Escape = '~';
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:@.");

    /// <summary>The page of an account.</summary>
    public static string Of(string platform, string id) => $"/accounts/{Segment(platform)}/{Segment(id)}";

    /// <summary>One segment of a path.</summary>
    public static string Segment(string name)
    {
        if (name.Length > 0 && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(Plain)) return name;
        var path = new StringBuilder(name.Length + 8);
        foreach (var rune in name.EnumerateRunes()) Append(path, rune);
        return path.ToString();
    }

    /// <summary>What a segment names. A <c>~</c> that escapes nothing stands for itself.</summary>
    public static string Name(string segment)
    {
        if (!segment.Contains(Escape)) return segment;
        var bytes = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] == Escape && i + 2 < segment.Length && byte.TryParse(segment.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                var length = char.IsHighSurrogate(segment[i]) && i + 1 < segment.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(segment[i..(i + length)]));
                i += length - 1;
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void Append(StringBuilder path, Rune rune)
    {
        if (rune.IsAscii && Plain.Contains((char)rune.Value) && (rune.Value != '.' || path.Length > 0))
        {
            path.Append((char)rune.Value);
            return;
        }
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)]) path.Append(CultureInfo.InvariantCulture, $"{Escape}{value:x2}");
    }
}
