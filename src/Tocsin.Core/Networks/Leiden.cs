namespace Tocsin.Core.Networks;

/// <summary>
/// Communities by the Leiden algorithm (Traag, Waltman, van Eck, "From Louvain to Leiden: guaranteeing well-connected
/// communities", Scientific Reports 9:5233, 2019), with modularity at a resolution as its quality.
/// Seeded: the same graph and seed give the same communities.
/// </summary>
public sealed class Leiden
{
    private const int MaxRounds = 50;

    private readonly double _resolution;
    private readonly Random _random;

    private Leiden(double resolution, int seed)
    {
        _resolution = resolution;
        _random = new Random(seed);
    }

    /// <summary>The community of each node, numbered from 0 in order of first appearance. Every community is connected.</summary>
    public static int[] Communities(Graph graph, double resolution = 1.0, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        return new Leiden(resolution, seed).Run(graph);
    }

    /// <summary>Modularity of a partition: Σ over communities of (inside / total − resolution · (strength / 2 total)²).</summary>
    public static double Modularity(Graph graph, int[] community, double resolution = 1.0)
    {
        if (graph.Total <= 0) return 0;
        var inside = new double[graph.Nodes];
        var strength = new double[graph.Nodes];
        for (var node = 0; node < graph.Nodes; node++)
        {
            strength[community[node]] += graph.Strength[node];
            inside[community[node]] += graph.Inner[node];
            for (var i = graph.Start[node]; i < graph.Start[node + 1]; i++)
            {
                if (graph.Neighbour[i] < node && community[graph.Neighbour[i]] == community[node]) inside[community[node]] += graph.Weight[i];
            }
        }
        double sum = 0;
        for (var c = 0; c < graph.Nodes; c++) sum += (inside[c] / graph.Total) - (resolution * Math.Pow(strength[c] / (2 * graph.Total), 2));
        return sum;
    }

    private int[] Run(Graph graph)
    {
        var ofNode = Identity(graph.Nodes);
        var level = graph;
        var community = Identity(graph.Nodes);
        for (var round = 0; round < MaxRounds; round++)
        {
            var moved = new LocalMoving(level, community, _resolution).Run(Shuffled(level.Nodes));
            var count = Renumber(community);
            if (!moved || count == level.Nodes) break;
            var refined = new Refinement(level, community, _resolution, _random).Run(Shuffled(level.Nodes));
            var refinedCount = Renumber(refined);
            var outer = new int[refinedCount];
            for (var node = 0; node < level.Nodes; node++) outer[refined[node]] = community[node];
            for (var node = 0; node < ofNode.Length; node++) ofNode[node] = refined[ofNode[node]];
            level = level.Contract(refined, refinedCount);
            community = outer;
        }
        for (var node = 0; node < ofNode.Length; node++) ofNode[node] = community[ofNode[node]];
        _ = Renumber(ofNode);
        return ofNode;
    }

    private int[] Shuffled(int nodes)
    {
        var order = Identity(nodes);
        _random.Shuffle(order);
        return order;
    }

    private static int[] Identity(int nodes) => [.. Enumerable.Range(0, nodes)];

    /// <summary>Numbers the communities from 0 in order of appearance; returns how many there are.</summary>
    private static int Renumber(int[] community)
    {
        var number = new Dictionary<int, int>();
        for (var node = 0; node < community.Length; node++)
        {
            if (!number.TryGetValue(community[node], out var own)) number[community[node]] = own = number.Count;
            community[node] = own;
        }
        return number.Count;
    }
}
