namespace Tocsin.Core.Networks;

/// <summary>Parts of one network that hold together more than the whole does (Leiden, over the members).</summary>
internal static class NetworkCommunities
{
    /// <summary>By how much a division must beat the best one that a graph as dense, tied at random, has.</summary>
    private const double BetterThanChance = 1.15;

    private const double LeastModularity = 0.15;
    private const int LeastMembers = 10;

    /// <summary>The community of every node, numbered from 0, the largest first. The fringe goes with the member it is tied to most.</summary>
    public static int[] Of(NetworkGraph graph, List<PairTie> ties)
    {
        var members = graph.Accounts.Count(account => account.IsMember);
        var community = new int[graph.Accounts.Count];
        OfMembers(members, ties.FindAll(tie => tie.Stands(graph.Threshold) && tie.U < members && tie.V < members)).CopyTo(community, 0);
        foreach (var tie in ties.Where(tie => tie.U < members && tie.V >= members).OrderBy(tie => tie.Bits)) community[tie.V] = community[tie.U];
        return community;
    }

    private static int[] OfMembers(int members, List<PairTie> ties)
    {
        var graph = Graph.From(members, ties.ConvertAll(tie => new WeightedEdge(tie.U, tie.V, Math.Log2(1 + tie.Bits))));
        var community = Leiden.Communities(graph);
        if (members < LeastMembers || Leiden.Modularity(graph, community) < Math.Max(LeastModularity, BetterThanChance * OfChance(members, ties.Count))) return new int[members];
        var rank = community.CountBy(number => number).OrderByDescending(size => size.Value).ThenBy(size => size.Key)
            .Select((size, place) => (size.Key, place)).ToDictionary();
        return Array.ConvertAll(community, number => rank[number]);
    }

    /// <summary>Modularity of the best division of a random graph (Reichardt and Bornholdt, Physica D 224:20, 2006).</summary>
    private static double OfChance(int members, int ties)
    {
        var density = ties / (members * (members - 1) / 2.0);
        return 0.97 * Math.Sqrt((1 - density) / (density * members));
    }
}
