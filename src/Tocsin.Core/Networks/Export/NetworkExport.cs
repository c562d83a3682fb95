using System.Text;
using System.Text.Json;
using Tocsin.Core.Events;

namespace Tocsin.Core.Networks.Export;

public enum NetworkFormat
{
    Gexf,
    GraphMl,

    /// <summary>Accounts as CSV.</summary>
    Nodes,

    /// <summary>Ties as CSV.</summary>
    Edges,
}

/// <summary>
/// Writes a network under some settings for other programs: all accounts, those that are no members too, each with its state
/// (<c>member</c>, <c>included</c> or <c>excluded</c> by a person, <c>outside</c>), and the ties that stand. An edge goes from the
/// account that acts first more often.
/// </summary>
public static class NetworkExport
{
    private static readonly GraphField[] NodeFields =
    [
        new("platform", FieldType.Text), new("account", FieldType.Text), new("handle", FieldType.Text), new("state", FieldType.Text), new("role", FieldType.Text),
        new("bits", FieldType.Number), new("stability", FieldType.Number), new("community", FieldType.Whole),
    ];

    private static readonly GraphField[] EdgeFields =
    [
        new("bits", FieldType.Number), new("leads", FieldType.Number), new("observed", FieldType.Whole), new("expected", FieldType.Number),
        new("gap_seconds", FieldType.Number), new("kinds", FieldType.Text),
    ];

    /// <summary>Writes the file.</summary>
    /// <param name="graph">As kept.</param>
    /// <param name="settings">Under which to look at it, with what people put in and took out.</param>
    /// <param name="place">Which layout goes along.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="target">Left open.</param>
    public static void Write(NetworkGraph graph, MembershipSettings settings, Func<Places, Place> place, NetworkFormat format, Stream target)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        using IGraphWriter writer = format switch
        {
            NetworkFormat.Gexf => new GexfWriter(target, directed: true, NodeFields, EdgeFields),
            NetworkFormat.GraphMl => new GraphMlWriter(target, directed: true, NodeFields, EdgeFields),
            NetworkFormat.Nodes => new NodeCsvWriter(text, NodeFields),
            _ => new EdgeCsvWriter(text, EdgeFields),
        };
        var membership = NetworkMembership.Of(graph, settings);
        var members = membership.Members.ToHashSet();
        for (var node = 0; node < graph.Accounts.Count; node++) WriteNode(writer, graph.Accounts[node], node, membership.Bits[node], State(node), place);
        foreach (var tie in membership.Ties) WriteEdge(writer, tie, graph);

        string State(int node) => settings.Excluded?.Contains(node) is true ? "excluded"
            : settings.Included?.Contains(node) is true ? "included"
            : members.Contains(node) ? "member" : "outside";
    }

    private static void WriteNode(IGraphWriter writer, NetworkAccount account, int node, double bits, string state, Func<Places, Place> place) => writer.Node(
        $"{node}", account.Handle ?? account.Id, place(account.Places), account.Platform, account.Id, account.Handle, state,
        account.Role.ToString().ToLowerInvariant(), Math.Round(bits, 1), account.Stability, account.Community);

    private static void WriteEdge(IGraphWriter writer, PairTie tie, NetworkGraph graph)
    {
        var strongest = tie.Kinds[0];
        var leads = strongest.Leads / strongest.Observed;
        var (first, second) = leads >= 0.5 ? (tie.U, tie.V) : (tie.V, tie.U);
        writer.Edge(
            $"{first}", $"{second}", Math.Round(tie.Bits, 2), Math.Round(tie.Bits, 2), Math.Round(Math.Max(leads, 1 - leads), 2),
            tie.Kinds.Sum(kind => kind.Observed), Math.Round(tie.Kinds.Sum(kind => (double)kind.Expected), 3), strongest.Gap / 1e6,
            string.Join(' ', tie.Kinds.Select(kind => NameOf(graph.Traces[kind.Trace].Kind))));
    }

    private static string NameOf(ObservableKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
