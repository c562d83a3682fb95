using System.Xml;

namespace Tocsin.Core.Networks.Export;

/// <summary>GEXF 1.3 (https://gexf.net), which Gephi opens. Edges are numbered; characters that XML cannot hold become U+FFFD.</summary>
public sealed class GexfWriter : IGraphWriter
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Looks = "http://gexf.net/1.3/viz";

    private readonly XmlWriter _xml;
    private bool _inEdges;
    private long _edges;

    public GexfWriter(Stream target, bool directed, IReadOnlyList<GraphField> nodeFields, IReadOnlyList<GraphField> edgeFields)
    {
        _xml = XmlText.WriterOf(target);
        _xml.WriteStartElement("gexf", Namespace);
        _xml.WriteAttributeString("xmlns", "viz", null, Looks);
        _xml.WriteAttributeString("version", "1.3");
        _xml.WriteStartElement("meta");
        _xml.WriteElementString("creator", "Tocsin");
        _xml.WriteEndElement();
        _xml.WriteStartElement("graph");
        _xml.WriteAttributeString("defaultedgetype", directed ? "directed" : "undirected");
        WriteFields("node", nodeFields);
        WriteFields("edge", edgeFields);
        _xml.WriteStartElement("nodes");
    }

    public void Node(string id, string label, Place? place, params ReadOnlySpan<object?> values)
    {
        _xml.WriteStartElement("node");
        _xml.WriteAttributeString("id", id);
        _xml.WriteAttributeString("label", XmlText.Writable(label));
        WriteValues(values);
        if (place is { } at)
        {
            _xml.WriteStartElement("position", Looks);
            _xml.WriteAttributeString("x", $"{at.X}");
            _xml.WriteAttributeString("y", $"{at.Y}");
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    public void Edge(string source, string target, double weight, params ReadOnlySpan<object?> values)
    {
        if (!_inEdges) StartEdges();
        _xml.WriteStartElement("edge");
        _xml.WriteAttributeString("id", $"{_edges++}");
        _xml.WriteAttributeString("source", source);
        _xml.WriteAttributeString("target", target);
        _xml.WriteAttributeString("weight", $"{weight:G15}");
        WriteValues(values);
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        if (!_inEdges) StartEdges();
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private void StartEdges()
    {
        _inEdges = true;
        _xml.WriteEndElement();
        _xml.WriteStartElement("edges");
    }

    private void WriteFields(string of, IReadOnlyList<GraphField> fields)
    {
        if (fields.Count == 0) return;
        _xml.WriteStartElement("attributes");
        _xml.WriteAttributeString("class", of);
        for (var i = 0; i < fields.Count; i++)
        {
            _xml.WriteStartElement("attribute");
            _xml.WriteAttributeString("id", $"{i}");
            _xml.WriteAttributeString("title", fields[i].Name);
            _xml.WriteAttributeString("type", fields[i].Type switch { FieldType.Whole => "long", FieldType.Number => "double", _ => "string" });
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void WriteValues(ReadOnlySpan<object?> values)
    {
        if (values.IsEmpty) return;
        _xml.WriteStartElement("attvalues");
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null) continue;
            _xml.WriteStartElement("attvalue");
            _xml.WriteAttributeString("for", $"{i}");
            _xml.WriteAttributeString("value", XmlText.Of(values[i]));
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }
}
