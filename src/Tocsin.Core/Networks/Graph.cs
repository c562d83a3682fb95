namespace Tocsin.Core.Networks;

/// <summary>An undirected tie; both ends are node numbers, <c>A != B</c>, weight above 0.</summary>
public readonly record struct WeightedEdge(int A, int B, double Weight);

/// <summary>
/// An undirected weighted graph in compressed rows: the neighbours of node <c>n</c> are
/// <c>Neighbour[Start[n] .. Start[n + 1]]</c>. Every edge stands in both rows; a self-loop holds the weight inside a node.
/// </summary>
public sealed class Graph
{
    private Graph(int nodes, int[] start, int[] neighbour, double[] weight, double[] inner)
    {
        Nodes = nodes;
        Start = start;
        Neighbour = neighbour;
        Weight = weight;
        Inner = inner;
        Strength = new double[nodes];
        for (var node = 0; node < nodes; node++)
        {
            Strength[node] = 2 * inner[node];
            for (var i = start[node]; i < start[node + 1]; i++) Strength[node] += weight[i];
            Total += Strength[node] / 2;
        }
    }

    public int Nodes { get; }
    public int[] Start { get; }
    public int[] Neighbour { get; }
    public double[] Weight { get; }

    /// <summary>Weight of the self-loop of each node (0 in a graph of accounts).</summary>
    public double[] Inner { get; }

    /// <summary>Sum of the weights at each node, a self-loop counted twice.</summary>
    public double[] Strength { get; }

    /// <summary>Sum of all edge weights.</summary>
    public double Total { get; }

    public static Graph From(int nodes, IReadOnlyList<WeightedEdge> edges, double[]? inner = null)
    {
        var start = new int[nodes + 1];
        foreach (var edge in edges)
        {
            start[edge.A + 1]++;
            start[edge.B + 1]++;
        }
        for (var node = 0; node < nodes; node++) start[node + 1] += start[node];
        var next = start.AsSpan(0, nodes).ToArray();
        var neighbour = new int[start[nodes]];
        var weight = new double[start[nodes]];
        foreach (var edge in edges)
        {
            (neighbour[next[edge.A]], weight[next[edge.A]++]) = (edge.B, edge.Weight);
            (neighbour[next[edge.B]], weight[next[edge.B]++]) = (edge.A, edge.Weight);
        }
        return new Graph(nodes, start, neighbour, weight, inner ?? new double[nodes]);
    }

    /// <summary>Makes one node of each community; <paramref name="community"/> must use the numbers 0 … count − 1.</summary>
    public Graph Contract(int[] community, int count)
    {
        var inner = new double[count];
        var between = new Dictionary<(int, int), double>();
        for (var node = 0; node < Nodes; node++)
        {
            inner[community[node]] += Inner[node];
            for (var i = Start[node]; i < Start[node + 1]; i++)
            {
                if (Neighbour[i] < node) Add(community[node], community[Neighbour[i]], Weight[i]);
            }
        }
        return From(count, [.. between.Select(e => new WeightedEdge(e.Key.Item1, e.Key.Item2, e.Value))], inner);

        void Add(int a, int b, double weight)
        {
            if (a == b) inner[a] += weight;
            else between[(Math.Min(a, b), Math.Max(a, b))] = between.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b))) + weight;
        }
    }
}
