using System.Text;
using System.Xml;
using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Lake.Coactions;

/// <summary>
/// Writes a network as GEXF 1.3 (https://gexf.net), which Gephi opens. Nodes are the accounts that have an edge, numbered, with the
/// name as label; characters that XML cannot hold become U+FFFD. Message semantics writes one edge per direction.
/// </summary>
public static class Gexf
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string AverageTimeDelta = "0";
    private const string Symmetry = "1";

    public static void Write(CoShareNetwork network, Stream target)
    {
        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta");
        xml.WriteElementString("creator", "Tocsin");
        xml.WriteEndElement();
        WriteGraph(xml, network);
        xml.WriteEndElement();
    }

    private static void WriteGraph(XmlWriter xml, CoShareNetwork network)
    {
        var directed = network.Semantics == CoShareSemantics.Message;
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("defaultedgetype", directed ? "directed" : "undirected");
        if (!directed) WriteAttributes(xml);
        WriteNodes(xml, network);
        xml.WriteStartElement("edges");
        var id = 0L;
        foreach (var edge in network.Edges)
        {
            if (directed)
            {
                WriteDirected(xml, id++, edge.U, edge.V, edge.ContentsU);
                WriteDirected(xml, id++, edge.V, edge.U, edge.ContentsV);
            }
            else WriteUndirected(xml, id++, edge);
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml)
    {
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", "edge");
        WriteAttribute(xml, AverageTimeDelta, "avg_time_delta");
        WriteAttribute(xml, Symmetry, "edge_symmetry_score");
        xml.WriteEndElement();
    }

    private static void WriteAttribute(XmlWriter xml, string id, string title)
    {
        xml.WriteStartElement("attribute");
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("title", title);
        xml.WriteAttributeString("type", "double");
        xml.WriteEndElement();
    }

    private static void WriteNodes(XmlWriter xml, CoShareNetwork network)
    {
        var used = new bool[network.Accounts.Count];
        foreach (var edge in network.Edges) used[edge.U] = used[edge.V] = true;
        xml.WriteStartElement("nodes");
        for (var account = 0; account < used.Length; account++)
        {
            if (!used[account]) continue;
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", $"{account}");
            xml.WriteAttributeString("label", Writable(Encoding.UTF8.GetString(network.Accounts[account])));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteUndirected(XmlWriter xml, long id, in CoShareEdge edge)
    {
        StartEdge(xml, id, edge.U, edge.V, edge.Weight);
        xml.WriteStartElement("attvalues");
        WriteValue(xml, AverageTimeDelta, CoShareNetwork.AverageSeconds(edge));
        WriteValue(xml, Symmetry, edge.Symmetry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDirected(XmlWriter xml, long id, int from, int to, int weight)
    {
        StartEdge(xml, id, from, to, weight);
        xml.WriteEndElement();
    }

    private static void StartEdge(XmlWriter xml, long id, int from, int to, int weight)
    {
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", $"{id}");
        xml.WriteAttributeString("source", $"{from}");
        xml.WriteAttributeString("target", $"{to}");
        xml.WriteAttributeString("weight", $"{weight}");
    }

    private static void WriteValue(XmlWriter xml, string attribute, double value)
    {
        xml.WriteStartElement("attvalue");
        xml.WriteAttributeString("for", attribute);
        xml.WriteAttributeString("value", $"{value:G15}");
        xml.WriteEndElement();
    }

    private static string Writable(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var paired = (char.IsHighSurrogate(source[i]) && i + 1 < source.Length) || (char.IsLowSurrogate(source[i]) && i > 0);
                target[i] = paired || XmlConvert.IsXmlChar(source[i]) ? source[i] : '\uFFFD';
            }
        });
}
