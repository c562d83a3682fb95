using System.Text;
using System.Xml.Linq;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Lake.Coactions;

namespace Tocsin.Lake.Tests.Coactions;

public class EdgeFilesTests
{
    private static readonly CoShareEdge[] Edges = [new(0, 1, 3, 1, 2, 7_000_000), new(0, 2, 1, 1, 1, 500_000), new(1, 2, 5, 4, 5, 0)];

    [Fact]
    public void Pair_edges_have_CooRTweets_columns() => Assert.Equal(
        """
        from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score,weight_threshold
        ann,"b,o""b",3,2.33333333333333,1,2,0.5,0
        ann,zoë,1,0.5,1,1,1,0
        "b,o""b",zoë,5,0,4,5,0.8,1

        """, Csv(CoShareSemantics.Pair));

    [Fact]
    public void Message_edges_have_one_line_per_direction() => Assert.Equal(
        """
        from,to,weight
        ann,"b,o""b",1
        "b,o""b",ann,2
        ann,zoë,1
        zoë,ann,1
        "b,o""b",zoë,4
        zoë,"b,o""b",5

        """, Csv(CoShareSemantics.Message));

    [Theory]
    [InlineData(CoShareSemantics.Pair, "undirected", 3)]
    [InlineData(CoShareSemantics.Message, "directed", 6)]
    public void Gexf_is_well_formed_and_its_edges_join_its_nodes(CoShareSemantics semantics, string type, int edges)
    {
        var root = Gexf1_3(Network(semantics, "ann", "b<&>b", "z"));
        XNamespace ns = "http://gexf.net/1.3";
        Assert.Equal(ns + "gexf", root.Name);
        Assert.Equal("1.3", root.Attribute("version")!.Value);
        var graph = root.Element(ns + "graph")!;
        Assert.Equal(type, graph.Attribute("defaultedgetype")!.Value);
        var nodes = graph.Element(ns + "nodes")!.Elements(ns + "node").ToDictionary(n => n.Attribute("id")!.Value, n => n.Attribute("label")!.Value);
        Assert.Equal(["ann", "b<&>b", "z"], nodes.Values);
        var written = graph.Element(ns + "edges")!.Elements(ns + "edge").ToList();
        Assert.Equal(edges, written.Select(e => e.Attribute("id")!.Value).Distinct().Count());
        Assert.All(written, e => Assert.True(
            nodes.ContainsKey(e.Attribute("source")!.Value) && nodes.ContainsKey(e.Attribute("target")!.Value) && int.Parse(e.Attribute("weight")!.Value) > 0));
        var declared = graph.Elements(ns + "attributes").Elements(ns + "attribute").Select(a => a.Attribute("id")!.Value).ToHashSet();
        Assert.All(written.Descendants(ns + "attvalue"), value => Assert.Contains(value.Attribute("for")!.Value, declared));
    }

    [Fact]
    public void Gexf_names_only_accounts_that_have_an_edge_and_survives_what_XML_cannot_hold()
    {
        var root = Gexf1_3(Network(CoShareSemantics.Pair, "a\0b", "\u0001", "𝒜 \uFFFF", "alone"));
        Assert.Equal(["a\uFFFDb", "\uFFFD", "𝒜 \uFFFD"], root.Descendants().Attributes("label").Select(label => label.Value));
    }

    private static string Csv(CoShareSemantics semantics)
    {
        using var target = new MemoryStream();
        EdgeCsv.Write(Network(semantics, "ann", "b,o\"b", "zoë"), target);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private static XElement Gexf1_3(CoShareNetwork network)
    {
        using var target = new MemoryStream();
        Gexf.Write(network, target);
        target.Position = 0;
        return XElement.Load(target);
    }

    private static CoShareNetwork Network(CoShareSemantics semantics, params string[] names)
    {
        var accounts = new AccountNames();
        for (var i = 0; i < names.Length; i++) _ = accounts.NumberOf((ulong)i, Encoding.UTF8.GetBytes(names[i]));
        return new CoShareNetwork(accounts, Edges, semantics);
    }
}
