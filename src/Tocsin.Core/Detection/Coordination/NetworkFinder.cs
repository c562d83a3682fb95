using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Makes networks of significant ties: communities by Leiden, weighted by the logarithm of evidence, and how
/// firmly each member belongs.</summary>
internal static class NetworkFinder
{
    /// <summary>Threshold factors, and whether only the shortest or only the longest window counts, under which membership is tried again.</summary>
    private static readonly (string Name, double Factor, Func<KindTie, CoordinationOptions, bool> Keep)[] Variations =
    [
        ("threshold × 1.5", 1.5, static (_, _) => true),
        ("threshold × 3", 3, static (_, _) => true),
        ("shortest window only", 1, static (tie, _) => tie.Window == 0),
        ("longest window only", 1, static (tie, options) => tie.Window == options.Traces[tie.Trace].Windows.Count - 1),
    ];

    private const double Sparse = 0.25;
    private const double MaxResolution = 8;

    public static List<FoundNetwork> Find(TieTable table, List<KindTie> kindTies, CoordinationOptions options)
    {
        var significant = table.Significant.ToList();
        var communities = Split(significant, options.MinMembers);
        var varied = Variations.Select(v => Vary(v.Factor, v.Keep)).ToList();
        return [.. communities.Select(found => Describe(found.Members, found.Fringe, significant, varied))];

        List<int[]> Vary(double factor, Func<KindTie, CoordinationOptions, bool> keep)
        {
            var kept = PairTie.FuseAll([.. kindTies.Where(tie => keep(tie, options))], options.Traces);
            return Split([.. kept.Where(tie => tie.Stands(table.Threshold * factor))], options.MinMembers).ConvertAll(found => found.Members);
        }
    }

    /// <summary>Communities with enough members. One whose core is sparse is looked at more closely: split at double the
    /// resolution, while that gives denser ones.</summary>
    private static List<(int[] Members, int[] Fringe)> Split(List<PairTie> ties, int minMembers, double resolution = 1)
    {
        List<(int[] Members, int[] Fringe)> found = [];
        foreach (var community in Communities(ties, resolution).Where(community => community.Count >= minMembers))
        {
            var inside = ties.FindAll(tie => community.Contains(tie.U) && community.Contains(tie.V));
            var members = MemberCore.Of(community, inside);
            var closer = resolution < MaxResolution && Density(members, inside) < Sparse ? Split(inside, minMembers, 2 * resolution) : [];
            if (closer.Count > 0) found.AddRange(closer);
            else if (members.Length >= minMembers) found.Add((members, [.. community.Except(members).Order()]));
        }
        return found;
    }

    private static IEnumerable<HashSet<int>> Communities(List<PairTie> ties, double resolution)
    {
        var number = new Dictionary<int, int>();
        var edges = ties.ConvertAll(tie => new WeightedEdge(Number(tie.U), Number(tie.V), Math.Log2(1 + tie.Bits)));
        var account = new int[number.Count];
        foreach (var (key, value) in number) account[value] = key;
        var community = Leiden.Communities(Graph.From(number.Count, edges), resolution);
        return Enumerable.Range(0, account.Length).GroupBy(node => community[node], node => account[node]).Select(group => group.ToHashSet());

        int Number(int key)
        {
            if (!number.TryGetValue(key, out var value)) number[key] = value = number.Count;
            return value;
        }
    }

    private static double Density(int[] members, List<PairTie> ties)
    {
        var inside = members.ToHashSet();
        return members.Length < 2 ? 1 : ties.Count(tie => inside.Contains(tie.U) && inside.Contains(tie.V)) / (members.Length * (members.Length - 1) / 2.0);
    }

    private static FoundNetwork Describe(int[] members, int[] fringe, List<PairTie> significant, List<List<int[]>> varied)
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
        return new FoundNetwork(members, fringe, ties, stability);
    }
}
