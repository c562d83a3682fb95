using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Makes networks of significant ties: communities by Leiden, weighted by the logarithm of evidence, and how
/// firmly each member belongs.</summary>
public static class NetworkFinder
{
    /// <summary>Threshold factors, and whether only the shortest or only the longest window counts, under which membership is tried again.</summary>
    private static readonly (string Name, double Factor, Func<KindTie, CoordinationOptions, bool> Keep)[] Variations =
    [
        ("threshold × 1.5", 1.5, static (_, _) => true),
        ("threshold × 3", 3, static (_, _) => true),
        ("shortest window only", 1, static (tie, _) => tie.Window == 0),
        ("longest window only", 1, static (tie, options) => tie.Window == options.Traces[tie.Trace].Windows.Count - 1),
    ];

    public static List<FoundNetwork> Find(TieTable table, List<KindTie> kindTies, CoordinationOptions options)
    {
        var significant = table.Significant.ToList();
        var communities = Split(significant, options.MinMembers);
        var varied = Variations.Select(v => Vary(v.Factor, v.Keep)).ToList();
        return [.. communities.Select(members => Describe(members, significant, varied))];

        List<int[]> Vary(double factor, Func<KindTie, CoordinationOptions, bool> keep)
        {
            var kept = PairTie.FuseAll([.. kindTies.Where(tie => keep(tie, options))], options);
            return Split([.. kept.Where(tie => tie.LowBits >= table.Threshold * factor)], options.MinMembers);
        }
    }

    private static List<int[]> Split(List<PairTie> ties, int minMembers)
    {
        var number = new Dictionary<int, int>();
        var edges = ties.ConvertAll(tie => new WeightedEdge(Number(tie.U), Number(tie.V), Math.Log2(1 + tie.Bits)));
        var account = new int[number.Count];
        foreach (var (key, value) in number) account[value] = key;
        var community = Leiden.Communities(Graph.From(number.Count, edges));
        return [.. Enumerable.Range(0, account.Length).GroupBy(node => community[node], node => account[node])
            .Select(group => group.Order().ToArray()).Where(members => members.Length >= minMembers)];

        int Number(int key)
        {
            if (!number.TryGetValue(key, out var value)) number[key] = value = number.Count;
            return value;
        }
    }

    private static FoundNetwork Describe(int[] members, List<PairTie> significant, List<List<int[]>> varied)
    {
        var inside = members.ToHashSet();
        var ties = significant.Where(tie => inside.Contains(tie.U) && inside.Contains(tie.V)).OrderByDescending(tie => tie.Bits).ToArray();
        var stability = new double[members.Length];
        foreach (var partition in varied)
        {
            var match = partition.MaxBy(other => other.Count(inside.Contains));
            if (match is null) continue;
            var kept = match.ToHashSet();
            for (var i = 0; i < members.Length; i++) stability[i] += kept.Contains(members[i]) ? 1.0 / varied.Count : 0;
        }
        return new FoundNetwork(members, ties, stability);
    }
}
