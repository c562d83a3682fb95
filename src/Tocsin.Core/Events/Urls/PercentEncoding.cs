using System.Buffers;
using System.Text;
using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Events.Urls;

/// <summary>Percent-encoding in its normal form (RFC 3986, 6.2.2): upper-case figures, nothing encoded that need not be.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> Plain = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?[]");

    /// <summary>Appends a path without its dot segments; an empty one becomes a slash.</summary>
    public static void AppendPath(ReadOnlySpan<char> path, TextBuffer output)
    {
        var start = output.Length;
        Append(path, output);
        if (output.Length == start)
            output.Append('/');
        else if (output.Written[start..].Contains("/.", StringComparison.Ordinal))
            RemoveDotSegments(output, start);
    }

    public static void Append(ReadOnlySpan<char> text, TextBuffer output)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            if (plain < 0)
                plain = text.Length;
            output.Append(text[..plain]);
            text = text[plain..];
            if (!text.IsEmpty)
                text = text[AppendOne(text, output)..];
        }
    }

    private static int AppendOne(ReadOnlySpan<char> text, TextBuffer output)
    {
        if (text[0] == '%' && text.Length > 2 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]))
        {
            var value = Convert.FromHexString(text.Slice(1, 2))[0];
            if (Unreserved.Contains((char)value))
                output.Append((char)value);
            else
                AppendByte(value, output);
            return 3;
        }

        _ = Rune.DecodeFromUtf16(text, out var rune, out var used);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            AppendByte(b, output);
        return used;
    }

    private static void AppendByte(byte value, TextBuffer output)
    {
        const string Figures = "0123456789ABCDEF";
        output.Append('%');
        output.Append(Figures[value >> 4]);
        output.Append(Figures[value & 15]);
    }

    private static void RemoveDotSegments(TextBuffer output, int start)
    {
        var path = output.Written[start..].ToString();
        output.Advance(start - output.Length);
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] is "..")
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            else if (segments[i] is not ".")
                kept.Add(segments[i]);
            if (last && segments[i] is "." or "..")
                kept.Add("");
        }

        foreach (var segment in kept)
        {
            output.Append('/');
            output.Append(segment);
        }

        if (kept.Count == 0)
            output.Append('/');
    }
}
