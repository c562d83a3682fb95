namespace Tocsin.Core.Networks;

/// <summary>Under which settings to look at a network again.</summary>
/// <param name="Threshold">Least bits of a tie; null takes the scan's. Never below <see cref="NetworkGraph.Floor"/>.</param>
/// <param name="Window">Longest time between two acts that still counts as joint; null takes all windows.</param>
/// <param name="Included">Nodes a person put in.</param>
/// <param name="Excluded">Nodes a person took out.</param>
public sealed record MembershipSettings(
    double? Threshold = null, TimeSpan? Window = null, IReadOnlySet<int>? Included = null, IReadOnlySet<int>? Excluded = null);

/// <summary>A network under some settings.</summary>
/// <param name="Members">Node numbers, rising.</param>
/// <param name="Ties">Those that stand between candidates, in order of pair; the ones between members make the network.</param>
/// <param name="Bits">Of every node: evidence that ties it to the members.</param>
public sealed record Membership(IReadOnlyList<int> Members, IReadOnlyList<PairTie> Ties, IReadOnlyList<double> Bits);

/// <summary>
/// Which ties stand and who belongs, under other windows and thresholds than the scan's: by the rules of the scan
/// (<see cref="PairTie"/>, <see cref="MemberCore"/>), so that under its own settings the members are those it found. Without a
/// community search: parts that fall apart stay in one network. Of a graph that is not whole the members as found are taken as they
/// were, and other settings reach down to its floor only. The console's slider computes the same in web/islands/network.
/// </summary>
public static class NetworkMembership
{
    public static Membership Of(NetworkGraph graph, MembershipSettings settings)
    {
        var asFound = settings is { Threshold: null, Window: null } && !graph.IsWhole;
        var ties = Standing(graph, asFound ? graph.Threshold : Math.Max(settings.Threshold ?? graph.Threshold, graph.Floor), settings.Window);
        var members = asFound ? AsFound(graph, settings) : Core(graph, ties, settings);
        return new Membership(members, ties, BitsOf(graph, members, ties));
    }

    private static List<PairTie> Standing(NetworkGraph graph, double threshold, TimeSpan? window)
    {
        List<KindTie> counted = [.. graph.Evidence.Where(row => window is null || graph.Traces[row.Trace].Windows[row.Window] <= window)];
        return PairTie.FuseAll(counted, graph.Traces).FindAll(tie => tie.Stands(threshold));
    }

    private static int[] Core(NetworkGraph graph, List<PairTie> ties, MembershipSettings settings) =>
        MemberCore.Of(Enumerable.Range(0, graph.Accounts.Count).Where(node => !Has(settings.Excluded, node)), ties, settings.Included);

    private static int[] AsFound(NetworkGraph graph, MembershipSettings settings) =>
        [.. Enumerable.Range(0, graph.Accounts.Count)
            .Where(node => !Has(settings.Excluded, node) && (graph.Accounts[node].IsMember || Has(settings.Included, node)))];

    private static bool Has(IReadOnlySet<int>? nodes, int node) => nodes?.Contains(node) is true;

    private static double[] BitsOf(NetworkGraph graph, int[] members, List<PairTie> ties)
    {
        var bits = new double[graph.Accounts.Count];
        var inside = members.ToHashSet();
        foreach (var tie in ties)
        {
            if (inside.Contains(tie.V)) bits[tie.U] += tie.Bits;
            if (inside.Contains(tie.U)) bits[tie.V] += tie.Bits;
        }
        return bits;
    }
}
