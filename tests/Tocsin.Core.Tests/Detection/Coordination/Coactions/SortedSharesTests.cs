using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

public class SortedSharesTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(4, false)]
    [InlineData(70_000, true)]   // one object longer than a chunk
    public void Chunks_join_without_losing_a_row_or_splitting_an_object(int rowsPerObject, bool dropDuplicates)
    {
        var random = new Random(5);
        var shares = Some.Sorted([.. Enumerable.Range(0, 200_000).Select(row =>
            Some.Share((ulong)(row / rowsPerObject), random.Next(60_000), random.Next(3), content: (ulong)random.Next(2)))]);
        var input = dropDuplicates ? shares.Distinct().ToArray() : shares;
        var rows = input.CountBy(share => share.Account).ToDictionary();
        Share[] expected = [.. input.Where(share => rows[share.Account] >= 3)];

        var sorted = SortedShares.From(shares, 60_000, dropDuplicates, minParticipation: 3);

        Assert.Equal<Share>(expected, Enumerable.Range(0, sorted.Actions.Count).Select(row =>
            new Share(expected[row].Object, sorted.Actions.Time[row], sorted.Content[row], sorted.Actions.Account[row])));
        Assert.Equal(expected.Length, sorted.Actions.Count);
        Assert.Equal(Enumerable.Range(0, expected.Length).Where(row => row == 0 || expected[row].Object != expected[row - 1].Object), sorted.Actions.Start[..^1]);
        Assert.Equal(expected.Select(share => share.Object == share.Content), sorted.IsOwnContent);
    }
}
