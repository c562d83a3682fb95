using System.Xml;

namespace Tocsin.Core.Networks.Export;

/// <summary>GraphML (http://graphml.graphdrawing.org), which igraph, networkx, yEd and Cytoscape read. A place becomes the fields x and
/// y; characters that XML cannot hold become U+FFFD.</summary>
public sealed class GraphMlWriter : IGraphWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private readonly XmlWriter _xml;
    private readonly IReadOnlyList<GraphField> _nodeFields;
    private readonly IReadOnlyList<GraphField> _edgeFields;

    public GraphMlWriter(Stream target, bool directed, IReadOnlyList<GraphField> nodeFields, IReadOnlyList<GraphField> edgeFields)
    {
        _nodeFields = [new("label", FieldType.Text), new("x", FieldType.Whole), new("y", FieldType.Whole), .. nodeFields];
        _edgeFields = [new("weight", FieldType.Number), .. edgeFields];
        _xml = XmlText.WriterOf(target);
        _xml.WriteStartElement("graphml", Namespace);
        WriteFields("node", _nodeFields);
        WriteFields("edge", _edgeFields);
        _xml.WriteStartElement("graph");
        _xml.WriteAttributeString("edgedefault", directed ? "directed" : "undirected");
    }

    public void Node(string id, string label, Place? place, params ReadOnlySpan<object?> values)
    {
        _xml.WriteStartElement("node");
        _xml.WriteAttributeString("id", $"n{id}");
        WriteValues("node", [label, place?.X, place?.Y, .. values]);
        _xml.WriteEndElement();
    }

    public void Edge(string source, string target, double weight, params ReadOnlySpan<object?> values)
    {
        _xml.WriteStartElement("edge");
        _xml.WriteAttributeString("source", $"n{source}");
        _xml.WriteAttributeString("target", $"n{target}");
        WriteValues("edge", [weight, .. values]);
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private void WriteFields(string of, IReadOnlyList<GraphField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            _xml.WriteStartElement("key");
            _xml.WriteAttributeString("id", $"{of}{i}");
            _xml.WriteAttributeString("for", of);
            _xml.WriteAttributeString("attr.name", fields[i].Name);
            _xml.WriteAttributeString("attr.type", fields[i].Type switch { FieldType.Whole => "long", FieldType.Number => "double", _ => "string" });
            _xml.WriteEndElement();
        }
    }

    private void WriteValues(string of, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null) continue;
            _xml.WriteStartElement("data");
            _xml.WriteAttributeString("key", $"{of}{i}");
            _xml.WriteString(XmlText.Of(values[i]));
            _xml.WriteEndElement();
        }
    }
}
