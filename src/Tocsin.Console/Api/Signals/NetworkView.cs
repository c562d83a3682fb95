using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Api.Signals;

/// <summary>The graph of a network: its accounts and those at its fringe, the ties between them, and where each stands.</summary>
/// <param name="Threshold">Bits from which on a tie was significant in the scan.</param>
/// <param name="Floor">Bits from which on ties are listed.</param>
/// <param name="Accounts">Members first, strongest first; then the fringe.</param>
/// <param name="Ties">Strongest first.</param>
public sealed record NetworkView(double Threshold, double Floor, IReadOnlyList<NetworkNode> Accounts, IReadOnlyList<NetworkTie> Ties)
{
    internal static NetworkView Of(NetworkGraph graph) => new(
        graph.Threshold, graph.Floor, [.. graph.Accounts.Select(NetworkNode.Of)],
        [.. PairTie.FuseAll([.. graph.Evidence], graph.Traces).OrderByDescending(tie => tie.Bits).Select(tie => NetworkTie.Of(tie, graph.Traces))]);
}

/// <summary>An account in the graph.</summary>
/// <param name="Member">False at the fringe: tied too loosely to count.</param>
/// <param name="Bits">Evidence that ties it to the members.</param>
/// <param name="Stability">Share of other settings under which it stays, in [0, 1].</param>
/// <param name="Community">Part of the network it belongs to, from 0, the largest first.</param>
/// <param name="X">Where it stands: the layout lies around (0, 0), at most 10,000 away.</param>
public sealed record NetworkNode(ulong Key, string Platform, string Id, string? Handle, Role Role, bool Member, double Bits, double Stability, int Community, int X, int Y)
{
    internal static NetworkNode Of(NetworkAccount a) => new(
        a.Key, a.Platform, a.Id, a.Handle, a.Role, a.IsMember, Math.Round(a.Bits, 2), Math.Round(a.Stability, 3), a.Community, a.Places.Free.X, a.Places.Free.Y);
}

/// <summary>What ties two accounts.</summary>
/// <param name="A">Place of the one in the list of accounts.</param>
/// <param name="B">Place of the other.</param>
/// <param name="Bits">Evidence over all kinds.</param>
/// <param name="Kinds">The best window of each kind of observable, strongest first.</param>
public sealed record NetworkTie(int A, int B, double Bits, IReadOnlyList<NetworkTieKind> Kinds)
{
    internal static NetworkTie Of(PairTie tie, IReadOnlyList<Trace> traces) => new(tie.U, tie.V, Math.Round(tie.Bits, 2), [.. tie.Kinds.Select(kind => NetworkTieKind.Of(kind, traces[kind.Trace]))]);
}

/// <summary>What ties two accounts over one kind of observable.</summary>
/// <param name="WindowSeconds">How far apart in time still counts.</param>
/// <param name="Observed">Co-actions.</param>
/// <param name="Expected">Co-actions by chance.</param>
/// <param name="Leads">Share in which A acted first, in [0, 1].</param>
/// <param name="GapSeconds">Median time between the two.</param>
public sealed record NetworkTieKind(ObservableKind Kind, double WindowSeconds, int Observed, double Expected, double Leads, double GapSeconds)
{
    internal static NetworkTieKind Of(KindTie kind, Trace trace) => new(
        trace.Kind, trace.Windows[kind.Window].TotalSeconds, kind.Observed, Math.Round(kind.Expected, 4), Math.Round(kind.Leads / Math.Max(1, kind.Observed), 3), kind.Gap / 1e6);
}
