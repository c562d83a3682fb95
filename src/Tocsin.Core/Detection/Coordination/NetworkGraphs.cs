using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Draws up the graph of each network found: its members and its fringe, with all that ties them.</summary>
internal sealed class NetworkGraphs(ILake lake, AccountIndex accounts, CoordinationOptions options, double threshold)
{
    private const double Deepest = 0.5;

    /// <summary>The graphs, in order of the networks.</summary>
    /// <param name="networks">No account is in two of them.</param>
    /// <param name="signals">Of each network, its signal.</param>
    /// <param name="kindTies">All there are, sorted by pair, trace and window.</param>
    public IReadOnlyList<NetworkGraph> Draw(IReadOnlyList<FoundNetwork> networks, IReadOnlyList<Signal> signals, List<KindTie> kindTies)
    {
        var profiles = lake.ReadAccounts(networks.SelectMany(network => network.Fringe).Select(accounts.Key).ToHashSet());
        var nodes = networks.Select((network, i) => Nodes(network, signals[i], profiles)).ToArray();
        var places = nodes.SelectMany((all, network) => all.Select((node, i) => (Account: accounts.Number(node.Key), Place: (Network: network, Node: i))))
            .ToDictionary(node => node.Account, node => node.Place);
        var evidence = networks.Select(_ => new List<KindTie>()).ToArray();
        foreach (var tie in kindTies)
        {
            if (places.TryGetValue(tie.U, out var u) && places.TryGetValue(tie.V, out var v) && u.Network == v.Network)
                evidence[u.Network].Add(Between(tie, u.Node, v.Node));
        }
        return [.. nodes.Select((all, i) => Graph(all, evidence[i]))];
    }

    private List<NetworkAccount> Nodes(FoundNetwork network, Signal signal, IReadOnlyDictionary<ulong, StoredAccount> profiles) =>
    [
        .. signal.Members.Select(member => new NetworkAccount(
            member.Account, member.Platform, member.AccountId, member.Handle, member.Role, IsMember: true, member.Bits, member.Stability)),
        .. network.Fringe.Select(account => profiles[accounts.Key(account)].Profile).OrderBy(profile => profile.Key).Select(profile => new NetworkAccount(
            profile.Key, profile.Platform, profile.Id, profile.Handle, Role.Member, IsMember: false, Bits: 0, Stability: 0)),
    ];

    /// <summary>The tie with node numbers, the lower one first.</summary>
    private static KindTie Between(KindTie tie, int u, int v) => u < v
        ? tie with { Pair = KindTie.PairOf(u, v) }
        : tie with { Pair = KindTie.PairOf(v, u), Leads = tie.Observed - tie.Leads };

    private NetworkGraph Graph(List<NetworkAccount> nodes, List<KindTie> evidence)
    {
        var ties = PairTie.FuseAll(evidence, options.Traces).FindAll(tie => tie.Stands(threshold * Deepest));
        var (pairs, floor) = TieSelection.Of(ties, nodes.Count, threshold * Deepest);
        var rows = evidence.FindAll(row => pairs.Contains(row.Pair));
        var traces = rows.Select(row => row.Trace).Distinct().Order().ToArray();
        var bits = BitsToMembers(nodes, ties);
        return new NetworkGraph
        {
            Accounts = [.. nodes.Select((node, i) => node.IsMember ? node : node with { Bits = Math.Round(bits[i], 1) })],
            Traces = [.. traces.Select(trace => options.Traces[trace])],
            Evidence = rows.ConvertAll(row => row with { Trace = (byte)Array.IndexOf(traces, row.Trace) }),
            Threshold = threshold,
            Floor = floor,
            LeftOut = ties.Count - pairs.Count,
        };
    }

    private double[] BitsToMembers(List<NetworkAccount> nodes, List<PairTie> ties)
    {
        var bits = new double[nodes.Count];
        foreach (var tie in ties.Where(tie => tie.Stands(threshold)))
        {
            if (nodes[tie.V].IsMember) bits[tie.U] += tie.Bits;
            if (nodes[tie.U].IsMember) bits[tie.V] += tie.Bits;
        }
        return bits;
    }
}
