using System.Text;
using Tocsin.Core.Networks.Export;

namespace Tocsin.Lake.Coactions;

/// <summary>
/// Writes a network as GEXF. Nodes are the accounts that have an edge, numbered, with the name as label. Message semantics writes
/// one edge per direction.
/// </summary>
public static class Gexf
{
    private static readonly GraphField[] PairFields = [new("avg_time_delta", FieldType.Number), new("edge_symmetry_score", FieldType.Number)];

    public static void Write(CoShareNetwork network, Stream target)
    {
        var directed = network.Semantics == CoShareSemantics.Message;
        using var writer = new GexfWriter(target, directed, [], directed ? [] : PairFields);
        WriteNodes(writer, network);
        foreach (var edge in network.Edges)
        {
            if (!directed) writer.Edge($"{edge.U}", $"{edge.V}", edge.Weight, CoShareNetwork.AverageSeconds(edge), edge.Symmetry);
            else
            {
                writer.Edge($"{edge.U}", $"{edge.V}", edge.ContentsU);
                writer.Edge($"{edge.V}", $"{edge.U}", edge.ContentsV);
            }
        }
    }

    private static void WriteNodes(GexfWriter writer, CoShareNetwork network)
    {
        var used = new bool[network.Accounts.Count];
        foreach (var edge in network.Edges) used[edge.U] = used[edge.V] = true;
        for (var account = 0; account < used.Length; account++)
        {
            if (used[account]) writer.Node($"{account}", Encoding.UTF8.GetString(network.Accounts[account]), null);
        }
    }
}
