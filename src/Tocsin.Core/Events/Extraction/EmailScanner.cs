using System.Buffers;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>E-mail addresses, lower case, the host by IDNA. Only hosts under a top-level domain that exists.</summary>
internal static class EmailScanner
{
    private const int LongestLocalPart = 64;

    private static readonly SearchValues<char> LocalCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-");

    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    public static void Scan(TextScan scan)
    {
        var text = scan.Text.AsSpan();
        for (var at = text.IndexOf('@'); at >= 0 && !scan.IsFull; at = Next(text, at))
        {
            if (scan.IsClaimed(at) || !TryRead(text, at, out var start, out var end))
                continue;
            if (Normalise(text[start..at], text[(at + 1)..end]) is not { } address)
                continue;
            scan.Claim(start, end);
            scan.Add(ObservableKind.Email, address);
        }
    }

    /// <summary>Null when this is no address.</summary>
    public static string? Normalise(ReadOnlySpan<char> address)
    {
        var at = address.LastIndexOf('@');
        return at <= 0 ? null : Normalise(address[..at], address[(at + 1)..]);
    }

    private static int Next(ReadOnlySpan<char> text, int at) =>
        text[(at + 1)..].IndexOf('@') is var next && next >= 0 ? at + 1 + next : -1;

    private static bool TryRead(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        start = at;
        while (start > 0 && at - start < LongestLocalPart && LocalCharacters.Contains(text[start - 1]))
            start--;
        while (start < at && text[start] is '.' or '-')
            start++;
        end = at + 1;
        while (end < text.Length && HostCharacters.Contains(text[end]))
            end++;
        while (end > at && text[end - 1] is '.' or '-')
            end--;
        return start < at && end > at + 1 && (start == 0 || text[start - 1] is not ('@' or '/'));
    }

    private static string? Normalise(ReadOnlySpan<char> local, ReadOnlySpan<char> host)
    {
        var name = HostNames.Normalise(host);
        var dot = name?.LastIndexOf('.') ?? -1;
        return dot <= 0 || !PublicSuffixes.IsTopLevel(name.AsSpan(dot + 1)) ? null : $"{local.ToString().ToLowerInvariant()}@{name}";
    }
}
