using System.Text;
using System.Xml.Linq;
using Tocsin.Core.Networks;
using Tocsin.Core.Networks.Export;

namespace Tocsin.Core.Tests.Networks.Export;

public class NetworkExportTests
{
    private static readonly string[] Hostile =
        ["=HYPERLINK(\"http://evil\")", "+1", "-2+3", "@SUM(A1)", "]]><script>alert(1)</script>", "nul\0bell\u0007", "a,b\n\"c\"", "\ud800 half", "\t=1", "", " =1"];

    private static readonly NetworkGraph Graph = Some.Graph(12, [.. Some.Clique(0, 4), Some.Row(4, 5) with { Leads = 0 }]) with
    {
        Accounts = [.. Enumerable.Range(0, 12).Select(i => Some.Account(i) with { Handle = i == 0 ? null : Hostile[i - 1], Places = new(new(i, -i), default, default) })],
    };

    private static readonly MembershipSettings Judged = new(Included: new HashSet<int> { 5 }, Excluded: new HashSet<int> { 3 });

    [Fact]
    public void Gexf_is_well_formed_and_holds_every_account_with_its_state()
    {
        XNamespace gexf = "http://gexf.net/1.3", viz = "http://gexf.net/1.3/viz";
        var graph = XDocument.Parse(Write(NetworkFormat.Gexf)).Root!.Element(gexf + "graph")!;
        var state = graph.Elements(gexf + "attributes").First().Elements().Single(field => field.Attribute("title")!.Value == "state").Attribute("id")!.Value;
        var nodes = graph.Element(gexf + "nodes")!.Elements().ToArray();
        string[] expected = ["member", "member", "member", "excluded", "member", "included", "outside", "outside", "outside", "outside", "outside", "outside"];
        Assert.Equal(expected, nodes.Select(node => node.Descendants(gexf + "attvalue").Single(value => value.Attribute("for")!.Value == state).Attribute("value")!.Value));
        Assert.Equal("]]><script>alert(1)</script>", nodes[5].Attribute("label")!.Value);
        Assert.Equal("nul\uFFFDbell\uFFFD", nodes[6].Attribute("label")!.Value);
        Assert.Equal("-7", nodes[7].Element(viz + "position")!.Attribute("y")!.Value);
        var edges = graph.Element(gexf + "edges")!.Elements().ToArray();
        Assert.Equal(11, edges.Length);
        Assert.Equal(("5", "4"), (edges[^1].Attribute("source")!.Value, edges[^1].Attribute("target")!.Value));   // who leads comes first
    }

    [Fact]
    public void GraphMl_is_well_formed_and_its_edges_join_its_nodes()
    {
        XNamespace graphml = "http://graphml.graphdrawing.org/xmlns";
        var root = XDocument.Parse(Write(NetworkFormat.GraphMl)).Root!;
        var keys = root.Elements(graphml + "key").Select(key => key.Attribute("id")!.Value).ToHashSet();
        var nodes = root.Descendants(graphml + "node").ToArray();
        var ids = nodes.Select(node => node.Attribute("id")!.Value).ToHashSet();
        Assert.Equal(12, ids.Count);
        Assert.All(root.Descendants(graphml + "edge"), edge => Assert.Superset(new HashSet<string> { edge.Attribute("source")!.Value, edge.Attribute("target")!.Value }, ids));
        Assert.All(root.Descendants(graphml + "data"), data => Assert.Contains(data.Attribute("key")!.Value, keys));
        Assert.Equal("]]><script>alert(1)</script>", nodes[5].Elements().First().Value);
    }

    [Fact]
    public void No_cell_of_the_CSV_is_a_formula()
    {
        var rows = Write(NetworkFormat.Nodes).Split("\n");
        Assert.StartsWith("id,label,x,y,platform,account,handle,state", rows[0]);
        Assert.StartsWith("0,id0,0,0,x,id0,,member", rows[1]);
        Assert.StartsWith("1,\"'=HYPERLINK(\"\"http://evil\"\")\",1,-1,", rows[2]);
        Assert.StartsWith("2,'+1,2,-2,", rows[3]);
        Assert.StartsWith("3,'-2+3,3,-3,x,id3,'-2+3,excluded", rows[4]);
        Assert.StartsWith("4,'@SUM(A1),", rows[5]);
        Assert.Contains("\n9,'\t=1,", Write(NetworkFormat.Nodes));
        Assert.Contains("\n11,' =1,", Write(NetworkFormat.Nodes));
        Assert.Contains("\"a,b\n\"\"c\"\"\"", Write(NetworkFormat.Nodes));
    }

    [Fact]
    public void Ties_are_told_with_their_figures()
    {
        var rows = Write(NetworkFormat.Edges).TrimEnd().Split("\n");
        Assert.Equal("source,target,weight,bits,leads,observed,expected,gap_seconds,kinds", rows[0]);
        Assert.Equal(12, rows.Length);
        Assert.EndsWith(",0.5,6,0.125,1.5,hashtag", rows[1]);
        Assert.StartsWith("5,4,", rows[^1]);
    }

    private static string Write(NetworkFormat format)
    {
        using var target = new MemoryStream();
        NetworkExport.Write(Graph, Judged, places => places.Free, format, target);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
