using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Networks;

public class LeidenTests
{
    /// <summary>Zachary, "An information flow model for conflict and fission in small groups", 1977: 34 members, 78 ties.</summary>
    private const string KarateClub =
        "1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 3-10 1-11 5-11 6-11 1-12 1-13 4-13 1-14 2-14 3-14 4-14 " +
        "6-17 7-17 1-18 2-18 1-20 2-20 1-22 2-22 24-26 25-26 3-28 24-28 25-28 3-29 24-30 27-30 2-31 9-31 1-32 25-32 26-32 29-32 " +
        "3-33 9-33 15-33 16-33 19-33 21-33 23-33 24-33 30-33 31-33 32-33 9-34 10-34 14-34 15-34 16-34 19-34 20-34 21-34 23-34 24-34 " +
        "27-34 28-34 29-34 30-34 31-34 32-34 33-34";

    [Fact]
    public void The_karate_club_splits_at_the_best_known_modularity()
    {
        var edges = KarateClub.Split(' ').Select(pair => pair.Split('-')).Select(p => new WeightedEdge(int.Parse(p[0]) - 1, int.Parse(p[1]) - 1, 1)).ToArray();
        Assert.Equal(78, edges.Length);
        var graph = Graph.From(34, edges);
        var best = Enumerable.Range(1, 10).Max(seed => Leiden.Modularity(graph, Leiden.Communities(graph, seed: seed)));
        Assert.Equal(0.4198, best, 4);   // Brandes et al., "On modularity clustering", 2008: optimum by integer programming
    }

    [Fact]
    public void Two_cliques_with_one_bridge_are_two_communities()
    {
        var graph = Graph.From(12, [.. Clique(0, 6), .. Clique(6, 6), new(5, 6, 1)]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], Leiden.Communities(graph));
    }

    [Fact]
    public void A_higher_resolution_gives_smaller_communities()
    {
        var ring = Enumerable.Range(0, 10).SelectMany(i => Clique(i * 4, 4).Append(new WeightedEdge(i * 4, (i + 1) % 10 * 4, 1.5))).ToArray();
        var graph = Graph.From(40, ring);
        Assert.True(Leiden.Communities(graph, 0.1).Max() < Leiden.Communities(graph, 1.0).Max());
    }

    [Fact]
    public void Every_community_is_connected() => Prop.ForAll(Graphs().ToArbitrary(), graph =>
    {
        var community = Leiden.Communities(graph);
        return Enumerable.Range(0, graph.Nodes).GroupBy(node => community[node]).All(members => Connected(graph, [.. members]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_never_worse_than_leaving_every_node_alone() => Prop.ForAll(Graphs().ToArbitrary(), graph =>
        Leiden.Modularity(graph, Leiden.Communities(graph)) >= Leiden.Modularity(graph, [.. Enumerable.Range(0, graph.Nodes)]) - 1e-9)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_gives_the_same_communities() => Prop.ForAll(Graphs().ToArbitrary(), graph =>
        Leiden.Communities(graph, seed: 7).SequenceEqual(Leiden.Communities(graph, seed: 7))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_graph_without_edges_leaves_everyone_alone() =>
        Assert.Equal([0, 1, 2], Leiden.Communities(Graph.From(3, [])));

    private static IEnumerable<WeightedEdge> Clique(int first, int size) =>
        from a in Enumerable.Range(first, size) from b in Enumerable.Range(first, size) where a < b select new WeightedEdge(a, b, 1);

    private static Gen<Graph> Graphs() =>
        from nodes in Gen.Choose(1, 25)
        from pairs in Gen.ListOf(Gen.Zip(Gen.Choose(0, nodes - 1), Gen.Choose(0, nodes - 1)))
        select Graph.From(nodes, [.. pairs.Where(p => p.Item1 < p.Item2).Distinct().Select((p, i) => new WeightedEdge(p.Item1, p.Item2, 1 + (i % 3)))]);

    private static bool Connected(Graph graph, HashSet<int> members)
    {
        var reached = new HashSet<int> { members.First() };
        var open = new Stack<int>(reached);
        while (open.TryPop(out var node))
        {
            for (var i = graph.Start[node]; i < graph.Start[node + 1]; i++)
            {
                if (members.Contains(graph.Neighbour[i]) && reached.Add(graph.Neighbour[i])) open.Push(graph.Neighbour[i]);
            }
        }
        return reached.Count == members.Count;
    }
}
