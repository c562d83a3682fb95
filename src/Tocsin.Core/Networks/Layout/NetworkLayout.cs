namespace Tocsin.Core.Networks.Layout;

/// <summary>
/// Finds the communities of a network's graph and places its accounts, once for all time: the same graph gets the same places, and
/// one that has grown keeps the places it had, as far as may be.
/// </summary>
public static class NetworkLayout
{
    private const double Across = 0.25;        // what a tie between communities pulls, of what one inside pulls
    private const double Insignificant = 0.3;
    private const double GoldenAngle = 2.399963229728653;
    private const double StepRoom = 10;
    private const int Steps = 400;
    private const int StepsAgain = 40;
    private const double Known = 0.5;          // share of accounts that must have had a place for a layout to go on from it

    /// <summary>The graph with communities and places.</summary>
    /// <param name="graph">As found.</param>
    /// <param name="earlier">The graph of the same network before, if there was one.</param>
    public static NetworkGraph Place(NetworkGraph graph, NetworkGraph? earlier = null)
    {
        var ties = PairTie.FuseAll([.. graph.Evidence], graph.Traces);
        var community = NetworkCommunities.Of(graph, ties);
        var accounts = graph.Accounts.Select((account, i) => account with { Community = community[i] }).ToArray();
        var before = Before(accounts, earlier);
        var free = before is { Missing: 0 } ? before.Places! : Free(graph, ties, community, before);
        accounts = [.. accounts.Select((account, i) => account with { Places = new Places(free[i], default, default) })];
        var layered = LayeredLayout.Of(accounts);
        var radial = RadialLayout.Of(accounts);
        return graph with { Accounts = [.. accounts.Select((account, i) => account with { Places = new Places(free[i], layered[i], radial[i]) })] };
    }

    private sealed record Earlier(Place[] Places, bool[] Has)
    {
        public int Missing => Has.Count(has => !has);
    }

    private static Earlier? Before(NetworkAccount[] accounts, NetworkGraph? earlier)
    {
        if (earlier is null) return null;
        var places = earlier.Accounts.ToDictionary(account => account.Key, account => account.Places.Free);
        var has = Array.ConvertAll(accounts, account => places.ContainsKey(account.Key));
        return has.Count(known => known) < Known * accounts.Length ? null : new(Array.ConvertAll(accounts, account => places.GetValueOrDefault(account.Key)), has);
    }

    private static Place[] Free(NetworkGraph graph, List<PairTie> ties, int[] community, Earlier? before)
    {
        var pulls = Pulls(graph, ties, community);
        var members = graph.Accounts.Count(account => account.IsMember);
        var (x, y) = before is null ? Start(community) : Resume(pulls, before);
        new ForceLayout(pulls, x, y).Run(before is null ? Steps : StepsAgain);
        if (before is null) Framing.Turn(x, y, members);
        Framing.Fit(x, y, members);
        Spacing.Apart(x, y, Spacing.Between(x.Length));
        return Framing.Round(x, y);
    }

    private static Graph Pulls(NetworkGraph graph, List<PairTie> ties, int[] community) => Graph.From(graph.Accounts.Count,
        ties.ConvertAll(tie => new WeightedEdge(tie.U, tie.V, Math.Log2(1 + tie.Bits)
            * (community[tie.U] == community[tie.V] ? 1 : Across) * (tie.Stands(graph.Threshold) ? 1 : Insignificant))));

    /// <summary>Communities as seeds of a sunflower, the largest in the middle, and their accounts as seeds of smaller ones.</summary>
    private static (double[] X, double[] Y) Start(int[] community)
    {
        var size = community.CountBy(number => number).ToDictionary();
        var seen = new Dictionary<int, int>();
        double[] x = new double[community.Length], y = new double[community.Length];
        for (var node = 0; node < x.Length; node++)
        {
            var rank = seen.GetValueOrDefault(community[node]);
            seen[community[node]] = rank + 1;
            var (farX, farY) = Seed(community[node], StepRoom * Math.Sqrt(x.Length));
            var (nearX, nearY) = Seed(rank, StepRoom * Math.Sqrt(size[community[node]]) / Math.Sqrt(1 + size[community[node]]));
            (x[node], y[node]) = (farX + nearX, farY + nearY);
        }
        return (x, y);
    }

    private static (double X, double Y) Seed(int number, double room)
    {
        var (sine, cosine) = Math.SinCos(number * GoldenAngle);
        var radius = room * Math.Sqrt(number);
        return (radius * cosine, radius * sine);
    }

    /// <summary>Places it had, and for those who are new the middle of those they are tied to.</summary>
    private static (double[] X, double[] Y) Resume(Graph pulls, Earlier before)
    {
        var scale = StepRoom * Math.Sqrt(pulls.Nodes) / Networks.Place.Extent;
        double[] x = [.. before.Places.Select(place => place.X * scale)], y = [.. before.Places.Select(place => place.Y * scale)];
        for (var node = 0; node < x.Length; node++)
        {
            if (!before.Has[node]) (x[node], y[node]) = Middle(pulls, before, x, y, node);
        }
        return (x, y);
    }

    private static (double X, double Y) Middle(Graph pulls, Earlier before, double[] x, double[] y, int node)
    {
        double sumX = 0, sumY = 0, weight = 0;
        for (var i = pulls.Start[node]; i < pulls.Start[node + 1]; i++)
        {
            var other = pulls.Neighbour[i];
            if (!before.Has[other]) continue;
            sumX += pulls.Weight[i] * x[other];
            sumY += pulls.Weight[i] * y[other];
            weight += pulls.Weight[i];
        }
        var (asideX, asideY) = Seed(node, 1);
        return weight > 0 ? ((sumX / weight) + (asideX / x.Length), (sumY / weight) + (asideY / x.Length)) : (asideX, asideY);
    }
}
