using Tocsin.Core.Detection.Evaluation;

namespace Tocsin.Core.Networks.Export;

/// <summary>The nodes of a graph as CSV; edges are passed over.</summary>
public sealed class NodeCsvWriter : IGraphWriter
{
    private readonly TextWriter _target;

    public NodeCsvWriter(TextWriter target, IReadOnlyList<GraphField> fields)
    {
        _target = target;
        target.Write($"{CsvTable.Line(["id", "label", "x", "y", .. fields.Select(field => field.Name)])}\n");
    }

    public void Node(string id, string label, Place? place, params ReadOnlySpan<object?> values) =>
        _target.Write($"{CsvTable.Line(CsvCell.All([id, label, place?.X, place?.Y, .. values]))}\n");

    public void Edge(string source, string target, double weight, params ReadOnlySpan<object?> values)
    {
        // stands in a file of its own: EdgeCsvWriter
    }

    public void Dispose() => _target.Flush();
}

/// <summary>The edges of a graph as CSV; nodes are passed over.</summary>
public sealed class EdgeCsvWriter : IGraphWriter
{
    private readonly TextWriter _target;

    public EdgeCsvWriter(TextWriter target, IReadOnlyList<GraphField> fields)
    {
        _target = target;
        target.Write($"{CsvTable.Line(["source", "target", "weight", .. fields.Select(field => field.Name)])}\n");
    }

    public void Node(string id, string label, Place? place, params ReadOnlySpan<object?> values)
    {
        // stands in a file of its own: NodeCsvWriter
    }

    public void Edge(string source, string target, double weight, params ReadOnlySpan<object?> values) =>
        _target.Write($"{CsvTable.Line(CsvCell.All([source, target, weight, .. values]))}\n");

    public void Dispose() => _target.Flush();
}

/// <summary>Cells that a spreadsheet does not take for formulas: text that begins like one gets a leading apostrophe.</summary>
internal static class CsvCell
{
    public static string[] All(ReadOnlySpan<object?> values)
    {
        var cells = new string[values.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = Of(values[i]);
        return cells;
    }

    public static string Of(object? value) => value is string text ? Harmless(text) : XmlText.Of(value);

    private static string Harmless(string text)
    {
        var writable = XmlText.Writable(text);
        return writable.TrimStart() is ['=' or '+' or '-' or '@', ..] || writable is ['\t' or '\r' or '\n', ..] ? $"'{writable}" : writable;
    }
}
