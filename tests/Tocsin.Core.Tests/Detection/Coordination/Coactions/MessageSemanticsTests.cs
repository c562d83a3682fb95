using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

public class MessageSemanticsTests
{
    [Fact]
    public void Weights_are_those_of_comparing_every_row_with_every_other() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Some.Cases(), c =>
            Directed(MessageSemantics.Edges(c.Shares, Some.Accounts, c.Options)).SequenceEqual(BruteForce.MessageEdges(c.Shares, c.Options))));

    [Fact]
    public void Each_direction_counts_the_messages_of_its_own_account()
    {
        var shares = Some.Sorted(Some.Share(1, 0, 4, 10), Some.Share(1, 0, 5, 11), Some.Share(1, 1, 5, 13));
        Assert.Equal([(0, 1, 2), (1, 0, 1)], Directed(MessageSemantics.Edges(shares, Some.Accounts, new CoShareOptions(60))));
    }

    [Fact]
    public void A_message_counts_once_however_many_objects_it_carries()
    {
        var shares = Some.Sorted(Some.Share(1, 0, 0, 10), Some.Share(2, 0, 0, 10), Some.Share(1, 1, 0, 11), Some.Share(2, 1, 0, 12));
        Assert.Equal([(0, 1, 1), (1, 0, 2)], Directed(MessageSemantics.Edges(shares, Some.Accounts, new CoShareOptions(60))));
    }

    [Fact]
    public void Totals_are_sums_over_directions()
    {
        var shares = Some.Sorted(Some.Share(1, 0, 4, 10), Some.Share(1, 0, 5, 11), Some.Share(1, 1, 5, 13));
        Assert.Equal(new MessageTotals(2, 3, 1, 2, 1), MessageTotals.Of(MessageSemantics.Edges(shares, Some.Accounts, new CoShareOptions(60))));
    }

    private static (int From, int To, int Weight)[] Directed(CoShareEdge[] edges) =>
        [.. edges.SelectMany(edge => new[] { (edge.U, edge.V, edge.ContentsU), (edge.V, edge.U, edge.ContentsV) }).Order()];
}
