using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

public class PairSemanticsTests
{
    private static CoShareEdge[] Edges(long window, int minParticipation, params Share[] shares) =>
        PairSemantics.Edges(Some.Sorted(shares), Some.Accounts, new CoShareOptions(window, minParticipation));

    [Fact]
    public void Edges_are_those_of_comparing_every_row_with_every_other() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Some.Cases(), c =>
            PairSemantics.Edges(c.Shares, Some.Accounts, c.Options).SequenceEqual(BruteForce.PairEdges(c.Shares, c.Options))));

    [Fact]
    public void A_pair_at_exactly_the_window_counts()
    {
        var first = Some.Share(1, account: 0, time: 0, content: 10);
        Assert.Equal([new CoShareEdge(0, 1, 1, 1, 1, 30)], Edges(30, 1, first, Some.Share(1, account: 1, time: 30, content: 11)));
        Assert.Empty(Edges(30, 1, first, Some.Share(1, account: 1, time: 31, content: 11)));
    }

    [Fact]
    public void A_window_of_zero_pairs_equal_times_only() =>
        Assert.Equal([new CoShareEdge(0, 1, 1, 1, 1, 0)], Edges(0, 1,
            Some.Share(1, 0, 5, 10), Some.Share(1, 1, 5, 11), Some.Share(1, 2, 6, 12)));

    [Fact]
    public void One_account_makes_no_pair_with_itself() =>
        Assert.Empty(Edges(60, 1, Some.Share(1, 0, 0, 10), Some.Share(1, 0, 1, 11)));

    [Fact]
    public void One_content_makes_no_pair_with_itself() =>
        Assert.Empty(Edges(60, 1, Some.Share(1, 0, 0, 10), Some.Share(1, 1, 1, 10)));

    [Fact]
    public void A_row_whose_object_is_its_own_content_counts_as_participation_but_makes_no_pair()
    {
        var own = Some.Share(1, account: 0, time: 0, content: 1);
        Assert.Empty(Edges(60, 1, own, Some.Share(1, account: 1, time: 0, content: 10)));
        Assert.Equal([new CoShareEdge(0, 1, 2, 1, 2, 0)], Edges(60, 2, own,
            Some.Share(2, 0, 0, 11), Some.Share(2, 1, 0, 12), Some.Share(2, 1, 0, 13)));
    }

    [Fact]
    public void A_row_outside_every_pair_counts_when_its_content_is_in_one()
    {
        Share[] twoOnOneObject = [Some.Share(1, 0, 0, 10), Some.Share(1, 1, 0, 11)];
        Assert.Single(Edges(60, 2, [.. twoOnOneObject, Some.Share(2, 0, 0, 10), Some.Share(3, 1, 0, 12)]));
        Assert.Empty(Edges(60, 2, [.. twoOnOneObject, Some.Share(2, 0, 0, 13), Some.Share(3, 1, 0, 12)]));
    }

    [Fact]
    public void A_pair_stays_when_one_of_its_accounts_takes_part_enough() =>
        Assert.Equal([(0, 1), (0, 2)], Edges(60, 2,
            Some.Share(1, 0, 0, 10), Some.Share(1, 1, 0, 11), Some.Share(2, 0, 0, 12), Some.Share(2, 2, 0, 13),
            Some.Share(8, 1, 0, 14), Some.Share(9, 2, 0, 15)).Select(edge => (edge.U, edge.V)));

    [Fact]
    public void Each_account_has_its_own_count_of_contents()
    {
        // The case CooRTweet gets wrong: A posts at 4, 5 and 6, B at 5.
        var edge = Assert.Single(Edges(1, 1,
            Some.Share(1, 0, 4, 10), Some.Share(1, 0, 5, 11), Some.Share(1, 0, 6, 12), Some.Share(1, 1, 5, 13)));
        Assert.Equal((3, 1), (edge.ContentsU, edge.ContentsV));
        Assert.Equal(1 / 3.0, edge.Symmetry, 12);
    }

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Edges(60, 2));
}
