using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Networks;

public class TieSelectionTests
{
    [Fact]
    public void Few_ties_are_all_kept()
    {
        var (pairs, floor) = TieSelection.Of(Ties(6), 6, least: 9);
        Assert.Equal(15, pairs.Count);
        Assert.Equal(9, floor);
    }

    [Fact]
    public void Of_too_many_the_strongest_are_kept_and_three_of_every_account()
    {
        var ties = Ties(40);
        var (pairs, floor) = TieSelection.Of(ties, 40, least: 9, most: 100);
        Assert.All(ties.Where(tie => tie.LowBits >= floor), tie => Assert.Contains(KindTie.PairOf(tie.U, tie.V), pairs));
        Assert.InRange(pairs.Count, 100, 100 + (3 * 40));
        for (var account = 0; account < 40; account++)
            Assert.True(pairs.Count(pair => (int)(pair >> 32) == account || (int)(uint)pair == account) >= 3);
    }

    private static List<PairTie> Ties(int accounts) =>
        PairTie.FuseAll([.. Some.Clique(0, accounts - 1).Select((row, i) => row with { LowBits = 10 + (i % 97), HighBits = 200 })], Some.Traces);
}
