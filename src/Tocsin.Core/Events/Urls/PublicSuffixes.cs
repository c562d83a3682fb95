using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Events.Urls;

/// <summary>
/// Which part of a host name its owner registered, by the Public Suffix List (https://publicsuffix.org/list/), private rules
/// included: <c>a.b.example.co.uk</c> → <c>example.co.uk</c>, <c>me.github.io</c> → <c>me.github.io</c>.
/// </summary>
public static class PublicSuffixes
{
    [Flags]
    private enum Rule : byte
    {
        Plain = 1,
        Wildcard = 2,
        Exception = 4,
    }

    private static readonly Lazy<Dictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>>> Rules = new(Load);

    /// <summary>The registrable domain within a lower-case ASCII host, or empty when the host is itself a public suffix.</summary>
    public static ReadOnlySpan<char> RegistrableDomain(ReadOnlySpan<char> host)
    {
        var suffix = SuffixStart(host);
        return suffix <= 0 ? default : host[LabelStart(host, suffix - 1)..];
    }

    /// <summary>True when the list knows the last label: <c>com</c>, <c>de</c>, <c>xn--p1ai</c>.</summary>
    public static bool IsTopLevel(ReadOnlySpan<char> label) => Rules.Value.TryGetValue(label, out _);

    // The longest matching rule wins, an exception over all; without a rule the last label is the suffix.
    private static int SuffixStart(ReadOnlySpan<char> host)
    {
        for (var start = 0; start < host.Length;)
        {
            var dot = host[start..].IndexOf('.');
            var parent = dot < 0 ? host.Length : start + dot + 1;
            _ = Rules.Value.TryGetValue(host[start..], out var rule);
            if (rule.HasFlag(Rule.Exception))
                return parent;
            if (rule.HasFlag(Rule.Plain) || dot < 0 || IsWildcard(host[parent..]))
                return start;
            start = parent;
        }

        return 0;
    }

    private static bool IsWildcard(ReadOnlySpan<char> parent) =>
        Rules.Value.TryGetValue(parent, out var rule) && rule.HasFlag(Rule.Wildcard);

    private static int LabelStart(ReadOnlySpan<char> host, int dotAfter) => host[..dotAfter].LastIndexOf('.') + 1;

    private static Dictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var rules = new Dictionary<string, Rule>(12_000);
        foreach (var line in EmbeddedLines.Read("public-suffixes.txt"))
        {
            var (rule, name) = line[0] switch
            {
                '*' => (Rule.Wildcard, line[2..]),
                '!' => (Rule.Exception, line[1..]),
                _ => (Rule.Plain, line),
            };
            rules[name] = rules.GetValueOrDefault(name) | rule;
        }

        return rules.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
