using Tocsin.Core.Detection;
using Tocsin.Core.Networks;
using Tocsin.Core.Networks.Layout;

namespace Tocsin.Core.Tests.Networks.Layout;

public class NetworkLayoutTests
{
    private static readonly NetworkGraph Three = Some.Graph(60, Rows(Some.Groups(3, 20, 0.5, 0.01)));

    [Fact]
    public void The_same_graph_looks_the_same_tomorrow() =>
        Assert.Equal(NetworkLayout.Place(Three).Accounts, NetworkLayout.Place(Three with { Evidence = [.. Three.Evidence] }).Accounts);

    [Fact]
    public void Communities_stand_apart()
    {
        var accounts = NetworkLayout.Place(Three).Accounts;
        Assert.Equal(3, accounts.Select(account => account.Community).Distinct().Count());
        var inside = Distances(accounts, (a, b) => a / 20 == b / 20).Average();
        var between = Distances(accounts, (a, b) => a / 20 != b / 20).Average();
        Assert.True(between > 2 * inside, $"{between:F0} between, {inside:F0} inside");
    }

    [Fact]
    public void The_strongly_tied_stand_in_the_middle_of_a_network_with_one_core()
    {
        var rays = Enumerable.Range(12, 36).SelectMany(node => new[] { Some.Row(node % 12, node), Some.Row((node + 5) % 12, node) });
        var accounts = NetworkLayout.Place(Some.Graph(48, [.. Some.Clique(0, 11), .. rays.OrderBy(row => row.Pair)])).Accounts;
        double core = accounts.Take(12).Average(FromMiddle), others = accounts.Skip(12).Average(FromMiddle);
        Assert.True(core < 0.6 * others, $"core {core:F0}, others {others:F0}");
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 1.0)]
    [InlineData(30, 1.0)]
    [InlineData(250, 0.03)]
    public void Nobody_covers_another_and_all_lie_within_the_frame(int size, double density)
    {
        var accounts = NetworkLayout.Place(Some.Graph(size, Rows(Some.Groups(1, size, density, 0)))).Accounts;
        foreach (var layout in new Func<NetworkAccount, Place>[] { account => account.Places.Free, account => account.Places.Layered, account => account.Places.Radial })
        {
            Assert.All(accounts, account => Assert.True(Math.Abs(layout(account).X) <= Place.Extent && Math.Abs(layout(account).Y) <= Place.Extent));
            Assert.True(size == 1 || Distances([.. accounts.Select(layout)]).Min() > 0.75 * Spacing.Between(size));
        }
    }

    [Fact]
    public void The_frame_is_filled()
    {
        var accounts = NetworkLayout.Place(Three).Accounts;
        Assert.InRange(accounts.Max(account => account.Places.Free.X) - accounts.Min(account => account.Places.Free.X), 1.5 * Place.Extent, 2 * Place.Extent);
    }

    [Fact]
    public void Parts_that_nothing_ties_stay_in_the_picture()
    {
        var parts = Some.Graph(33, [.. Some.Clique(0, 14), .. Some.Clique(15, 26), .. Some.Clique(27, 30)]);   // and two alone
        var accounts = NetworkLayout.Place(parts).Accounts;
        Assert.True(Distances([.. accounts.Select(account => account.Places.Free)]).Min() > 0.75 * Spacing.Between(33));
        Assert.True(accounts.Take(15).Max(account => FromMiddle(account)) < Place.Extent * 1.42);
    }

    [Fact]
    public void Two_on_one_spot_part()
    {
        double[] x = [5, 5, 5], y = [7, 7, 7];
        Spacing.Apart(x, y, 100);
        Assert.True(Distances([.. x.Select((value, i) => new Place((int)value, (int)y[i]))]).Min() > 80);
    }

    [Fact]
    public void A_network_that_grew_keeps_its_looks()
    {
        var before = NetworkLayout.Place(Three);
        var grown = Some.Graph(63, [.. Three.Evidence, .. Enumerable.Range(60, 3).SelectMany(node => Enumerable.Range(0, 8).Select(other => Some.Row(other, node)))]);
        var after = NetworkLayout.Place(grown, before);
        var moved = before.Accounts.Select((account, i) => Distance(account.Places.Free, after.Accounts[i].Places.Free)).Average();
        Assert.True(moved < 0.12 * Place.Extent, $"moved by {moved:F0}");
    }

    [Fact]
    public void The_same_accounts_stay_where_they_are()
    {
        var before = NetworkLayout.Place(Three);
        var after = NetworkLayout.Place(Three with { Evidence = [.. Three.Evidence.Skip(5)] }, before);
        Assert.Equal(before.Accounts.Select(account => account.Places.Free), after.Accounts.Select(account => account.Places.Free));
    }

    [Fact]
    public void Layers_go_from_those_who_seed_to_those_who_amplify()
    {
        Role[] roles = [Role.Amplifier, Role.Seeder, Role.Member, Role.Bridge, Role.Amplifier];
        var graph = Some.Graph(6, Some.Clique(0, 5)) with { Accounts = [.. roles.Select((role, i) => Some.Account(i, role: role)), Some.Account(5, member: false)] };
        var x = NetworkLayout.Place(graph).Accounts.Select(account => account.Places.Layered.X).ToArray();
        Assert.True(x[1] < x[3] && x[3] < x[2] && x[2] < x[0] && x[0] == x[4] && x[4] < x[5]);
    }

    [Fact]
    public void The_strongest_stand_on_the_inner_rings()
    {
        var graph = Some.Graph(20, Some.Clique(0, 19)) with { Accounts = [.. Enumerable.Range(0, 20).Select(i => Some.Account(i, bits: i))] };
        var accounts = NetworkLayout.Place(graph).Accounts;
        Assert.Equal(new Place(0, 0), accounts[19].Places.Radial);
        Assert.True(accounts.Skip(13).Take(6).All(account => Distance(account.Places.Radial, default) < Distance(accounts[0].Places.Radial, default)));
    }

    [Fact]
    public void Three_thousand_accounts_and_thirty_thousand_ties_are_laid_out()
    {
        var graph = Some.Graph(3000, Rows(Some.Groups(10, 300, 0.062, 0.0004)));
        Assert.InRange(graph.Evidence.Count, 25_000, 35_000);
        var places = NetworkLayout.Place(graph).Accounts.Select(account => account.Places.Free).ToArray();
        Assert.True(Distances(places).Min() > 0.6 * Spacing.Between(3000));
    }

    private static double FromMiddle(NetworkAccount account) => Distance(account.Places.Free, default);

    private static double Distance(Place a, Place b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));

    private static IEnumerable<double> Distances(IReadOnlyList<NetworkAccount> accounts, Func<int, int, bool> of) =>
        from a in Enumerable.Range(0, accounts.Count)
        from b in Enumerable.Range(0, a)
        where of(a, b)
        select Distance(accounts[a].Places.Free, accounts[b].Places.Free);

    private static IEnumerable<double> Distances(Place[] places) =>
        from a in Enumerable.Range(0, places.Length)
        from b in Enumerable.Range(0, a)
        select Distance(places[a], places[b]);

    private static IEnumerable<KindTie> Rows(IEnumerable<WeightedEdge> edges) =>
        edges.Select(edge => Some.Row(edge.A, edge.B, low: 16 + (float)Math.Round(edge.Weight * 4), high: 60));
}
