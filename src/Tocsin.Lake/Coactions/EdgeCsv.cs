using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Lake.Coactions;

/// <summary>
/// Writes a network as CSV. Pair semantics: one line per edge with CooRTweet's columns, <c>from</c> before <c>to</c> by code point;
/// <c>n_content_id</c> counts the contents of <c>from</c>, <c>n_content_id_y</c> those of <c>to</c>, and <c>weight_threshold</c> is 1
/// where the weight lies above the median. Message semantics: <c>from,to,weight</c>, one line per direction.
/// </summary>
public static class EdgeCsv
{
    public static void Write(CoShareNetwork network, Stream target)
    {
        using var csv = new CsvBuffer(target);
        if (network.Semantics == CoShareSemantics.Pair) WritePairs(network, csv);
        else WriteMessages(network, csv);
    }

    private static void WritePairs(CoShareNetwork network, CsvBuffer csv)
    {
        var median = MedianWeight.Of(network.Edges);
        csv.Raw("from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score,weight_threshold\n"u8);
        foreach (ref readonly var edge in network.Edges.AsSpan())
        {
            WriteStart(network, csv, edge.U, edge.V, edge.Weight);
            csv.Raw(","u8);
            csv.Number(CoShareNetwork.AverageSeconds(edge));
            csv.Raw(","u8);
            csv.Number(edge.ContentsU);
            csv.Raw(","u8);
            csv.Number(edge.ContentsV);
            csv.Raw(","u8);
            csv.Number(edge.Symmetry);
            csv.Raw(edge.Weight > median ? ",1\n"u8 : ",0\n"u8);
        }
    }

    private static void WriteMessages(CoShareNetwork network, CsvBuffer csv)
    {
        csv.Raw("from,to,weight\n"u8);
        foreach (ref readonly var edge in network.Edges.AsSpan())
        {
            WriteStart(network, csv, edge.U, edge.V, edge.ContentsU);
            csv.Raw("\n"u8);
            WriteStart(network, csv, edge.V, edge.U, edge.ContentsV);
            csv.Raw("\n"u8);
        }
    }

    private static void WriteStart(CoShareNetwork network, CsvBuffer csv, int from, int to, int weight)
    {
        csv.Field(network.Accounts[from]);
        csv.Raw(","u8);
        csv.Field(network.Accounts[to]);
        csv.Raw(","u8);
        csv.Number(weight);
    }
}
