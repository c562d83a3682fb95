using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

/// <summary>Both semantics word by word, comparing every row with every other: slow, and plain to read.</summary>
internal static class BruteForce
{
    public static CoShareEdge[] PairEdges(Share[] shares, CoShareOptions options)
    {
        var input = Participating(shares, options);
        var pairs = PairsOf(input, options.Window)
            .Where(p => p.A.Content != p.B.Content)
            .Where(p => p.A.Object != p.A.Content && p.A.Object != p.B.Content)
            .ToArray();
        var contents = pairs.SelectMany(p => new[] { p.A.Content, p.B.Content }).ToHashSet();
        var rows = input.Where(share => contents.Contains(share.Content)).CountBy(share => share.Account).ToDictionary();
        return Edges(pairs.Where(p => rows[p.A.Account] >= options.MinParticipation || rows[p.B.Account] >= options.MinParticipation));
    }

    public static (int From, int To, int Weight)[] MessageEdges(Share[] shares, CoShareOptions options)
    {
        var pairs = PairsOf(Participating(shares, options), options.Window).ToArray();
        return [.. pairs.Concat(pairs.Select(p => (A: p.B, B: p.A)))
            .GroupBy(p => (From: p.A.Account, To: p.B.Account), p => p.A.Content)
            .Select(g => (g.Key.From, g.Key.To, Weight: g.Distinct().Count()))
            .Order()];
    }

    private static Share[] Participating(Share[] shares, CoShareOptions options)
    {
        var input = options.DropDuplicates ? [.. shares.Distinct()] : shares;
        var rows = input.CountBy(share => share.Account).ToDictionary();
        return [.. input.Where(share => rows[share.Account] >= options.MinParticipation)];
    }

    /// <summary>A is the row of the account that comes first.</summary>
    private static IEnumerable<(Share A, Share B)> PairsOf(Share[] shares, long window) =>
        from a in shares
        from b in shares
        where a.Object == b.Object && a.Account < b.Account && Math.Abs(a.Time - b.Time) <= window
        select (a, b);

    private static CoShareEdge[] Edges(IEnumerable<(Share A, Share B)> pairs) =>
        [.. pairs.GroupBy(p => (U: p.A.Account, V: p.B.Account)).OrderBy(g => g.Key).Select(g => new CoShareEdge(
            g.Key.U, g.Key.V, g.Count(), g.Select(p => p.A.Content).Distinct().Count(), g.Select(p => p.B.Content).Distinct().Count(),
            g.Sum(p => Math.Abs(p.A.Time - p.B.Time))))];
}
