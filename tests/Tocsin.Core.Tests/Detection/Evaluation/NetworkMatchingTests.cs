using Tocsin.Core.Detection.Evaluation;

namespace Tocsin.Core.Tests.Detection.Evaluation;

public class NetworkMatchingTests
{
    // Operation p has accounts 1 to 10, q has 11 to 20; everything above belongs to nobody.
    private static readonly AccountGroup[] Planted = [Group("p", 1..10), Group("q", 11..20)];

    [Fact]
    public void Half_of_an_operation_in_a_network_three_fifths_pure_is_found()
    {
        // Five of ten, and five of eight.
        var match = NetworkMatching.Match(Planted, [Group("n", 1..5, 31..33)]);

        Assert.Equal(Finding.Found, match.Operations[0].Finding);
        Assert.Equal(["n"], match.Operations[0].Networks);
        Assert.Equal(Finding.Missed, match.Operations[1].Finding);
        Assert.Empty(match.FalseNetworks);
    }

    [Fact]
    public void Less_than_half_is_missed_yet_not_false()
    {
        var match = NetworkMatching.Match(Planted, [Group("n", 1..4)]);

        Assert.Equal(0, match.Found);
        Assert.Empty(match.FalseNetworks);
    }

    [Fact]
    public void A_network_less_pure_than_three_fifths_finds_nothing_and_is_false()
    {
        var match = NetworkMatching.Match(Planted, [Group("n", 1..10, 31..37)]);

        Assert.Equal(0, match.Found);
        Assert.Equal(["n"], match.FalseNetworks);
    }

    [Fact]
    public void Exactly_three_fifths_is_pure_enough() =>
        Assert.Equal(Finding.Found, NetworkMatching.Match(Planted, [Group("n", 1..6, 31..34)]).Operations[0].Finding);

    [Fact]
    public void Pure_parts_that_together_cover_it_find_it_in_pieces()
    {
        var match = NetworkMatching.Match(Planted, [Group("n", 1..3), Group("m", 4..6), Group("other", 31..40)]);

        Assert.Equal(Finding.InPieces, match.Operations[0].Finding);
        Assert.Equal(["n", "m"], match.Operations[0].Networks);
        Assert.Equal(["other"], match.FalseNetworks);
    }

    [Fact]
    public void Two_operations_in_one_network_are_found_merged()
    {
        var match = NetworkMatching.Match(Planted, [Group("n", 1..9, 11..18)]);

        Assert.All(match.Operations, operation => Assert.Equal(Finding.Merged, operation.Finding));
        Assert.Equal(2, match.Found);
    }

    [Fact]
    public void A_heap_of_everybody_finds_nothing()
    {
        var match = NetworkMatching.Match(Planted, [Group("n", 1..100)]);

        Assert.Equal(0, match.Found);
        Assert.Equal(["n"], match.FalseNetworks);
    }

    // Ranges with both ends included.
    private static AccountGroup Group(string id, params Range[] ranges) =>
        new(id, ranges.SelectMany(range => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value + 1)).Select(key => (ulong)key).ToHashSet());
}
