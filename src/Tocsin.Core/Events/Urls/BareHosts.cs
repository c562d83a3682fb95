using System.Buffers;
using System.Collections.Frozen;

namespace Tocsin.Core.Events.Urls;

/// <summary>
/// Tells a host written without a scheme from words that merely touch at a full stop ("done.It", "readme.md").
/// With a path or <c>www.</c> any known top-level domain will do. Without, a country's domain needs three labels
/// or lower case and a name of four letters, and those that are words or file endings do not count.
/// </summary>
internal static class BareHosts
{
    private const int ShortestNameAtCountry = 4;

    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create(".0123456789");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsAndFileEndings = FrozenSet.Create(
        "am", "as", "at", "be", "by", "do", "in", "is", "it", "la", "me", "my", "no", "so", "to", "us", // words
        "ai", "cc", "cs", "gz", "js", "md", "mk", "mov", "pl", "ps", "py", "rs", "sh", "zip", // files
        "now", "how", "so", "here", "live", "today", "day", "one", "men", "you", "new", "win", "best", "love", "life", "cool", "fun", "rest",
        "help", "family", "game", "food", "house", "money", "music", "news", "page", "party", "place", "run", "show", "team", "time",
        "top", "tips", "town", "work", "works", "world", "wow", "like", "call", "cash", "city", "black", "blue", "red", "green", "pink",
        "free", "buy", "eat", "fit", "fan", "fish", "guru", "how", "kids", "land", "lol", "moe", "ooo", "phd", "pub", "sex", "sexy", "ski",
        "soy", "tax", "vip", "vet", "case", "safe", "sale", "save", "watch", "wiki", "yes", "you", "zone", "that").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsPlausible(ReadOnlySpan<char> host, bool hasPath)
    {
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || host.Contains("..", StringComparison.Ordinal) || host[0] is '.' or '-' || host.Length > 253)
            return false;
        Span<char> top = stackalloc char[host.Length - dot - 1];
        _ = System.Text.Ascii.ToLower(host[(dot + 1)..], top, out _);
        if (!PublicSuffixes.IsTopLevel(top))
            return hasPath && IsAddress(host);
        if (hasPath || host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return true;
        return IsPlausibleAlone(host, dot, top);
    }

    private static bool IsPlausibleAlone(ReadOnlySpan<char> host, int dot, ReadOnlySpan<char> top)
    {
        var written = host[(dot + 1)..];
        if (char.IsAsciiLetterUpper(written[0]) && char.IsAsciiLetterLower(written[^1]))
            return false; // Then.App: the start of a sentence
        if (host[..dot].Contains('.'))
            return !WordsAndFileEndings.Contains(top);
        if (dot == 1 && top is not ("com" or "org" or "net"))
            return false; // G.fast
        return !WordsAndFileEndings.Contains(top) && (top.Length > 2 || dot >= ShortestNameAtCountry && written.SequenceEqual(top));
    }

    private static bool IsAddress(ReadOnlySpan<char> host) =>
        host.Count('.') == 3 && !host.ContainsAnyExcept(AddressCharacters) && HostNames.Normalise(host) is not null;
}
