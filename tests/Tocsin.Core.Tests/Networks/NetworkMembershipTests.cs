using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Networks;

public class NetworkMembershipTests
{
    /// <summary>Five who all meet; a sixth that meets one of them only.</summary>
    private static readonly NetworkGraph Five = Some.Graph(6, [.. Some.Clique(0, 4), Some.Row(4, 5)]);

    [Fact]
    public void Who_hangs_on_by_one_tie_is_no_member() => Assert.Equal([0, 1, 2, 3, 4], NetworkMembership.Of(Five, new()).Members);

    [Fact]
    public void A_higher_threshold_leaves_less() => Assert.Empty(NetworkMembership.Of(Five, new(Threshold: 19.5)).Members);

    [Fact]
    public void Below_the_floor_nothing_more_is_known()
    {
        var graph = Five with { Evidence = [.. Five.Evidence, Some.Row(3, 5, low: 8)] };
        Assert.Equal(NetworkMembership.Of(graph, new(Threshold: 9)).Members, NetworkMembership.Of(graph, new(Threshold: 1)).Members);
    }

    [Fact]
    public void A_window_leaves_out_what_took_longer()
    {
        var graph = Some.Graph(3, [Some.Row(0, 1), Some.Row(0, 2, window: 1), Some.Row(1, 2, 1, 1)], threshold: 18);
        Assert.Equal(3, NetworkMembership.Of(graph, new()).Members.Count);
        Assert.Equal(2, NetworkMembership.Of(graph, new(Window: TimeSpan.FromHours(1))).Ties.Count);
        Assert.Single(NetworkMembership.Of(graph, new(Window: TimeSpan.FromMinutes(10))).Ties);
    }

    [Fact]
    public void A_person_can_put_in_and_take_out()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], NetworkMembership.Of(Five, new(Included: new HashSet<int> { 5 })).Members);
        Assert.Equal([0, 1, 2, 3], NetworkMembership.Of(Five, new(Excluded: new HashSet<int> { 4 })).Members);
        Assert.Empty(NetworkMembership.Of(Five, new(Excluded: new HashSet<int> { 2, 3, 4 })).Members);
    }

    [Fact]
    public void Bits_are_those_to_members()
    {
        var membership = NetworkMembership.Of(Five, new());
        var tie = membership.Ties[0].Bits;
        Assert.Equal(4 * tie, membership.Bits[0], 9);
        Assert.Equal(tie, membership.Bits[5], 9);
    }

    [Fact]
    public void Of_a_graph_that_is_not_whole_the_members_are_as_found()
    {
        var part = Five with { Floor = 40, Accounts = [.. Five.Accounts.Select((account, i) => account with { IsMember = i < 5 })] };
        Assert.Equal([0, 1, 2, 3, 4], NetworkMembership.Of(part, new()).Members);
        Assert.Equal(11, NetworkMembership.Of(part, new()).Ties.Count);
        Assert.Empty(NetworkMembership.Of(part, new(Threshold: 20)).Members);
    }
}
