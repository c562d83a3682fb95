namespace Tocsin.Core.Networks.Export;

/// <summary>What a graph file can say of its nodes or edges beyond their ends.</summary>
public enum FieldType
{
    Text,
    Whole,
    Number,
}

/// <summary>A named field of nodes or of edges.</summary>
public sealed record GraphField(string Name, FieldType Type);

/// <summary>Writes a graph as it comes: first all nodes, then all edges. Values stand in the order of the fields the writer was made
/// with; they are strings, whole numbers or doubles, and null where there is none.</summary>
public interface IGraphWriter : IDisposable
{
    void Node(string id, string label, Place? place, params ReadOnlySpan<object?> values);

    /// <summary>An edge; where it has a direction, from source to target.</summary>
    void Edge(string source, string target, double weight, params ReadOnlySpan<object?> values);
}
