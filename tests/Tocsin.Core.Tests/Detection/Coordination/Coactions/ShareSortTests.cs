using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

public class ShareSortTests
{
    [Fact]
    public void Blocks_come_out_as_one_sorted_table_with_ranked_accounts()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 50_000)
            .Select(i => new Share((ulong)random.NextInt64() * 2, random.Next(50), (ulong)(i % 7), random.Next(3))).ToArray();
        int[] rank = [2, 0, 1];
        var expected = rows.Select(share => share with { Account = rank[share.Account] }).Order().ToArray();
        var sorted = ShareSort.Sort([new(rows, 0, 20_000), new(rows, 20_000, 1), new(rows, 20_001, 29_999)], rank);
        Assert.Equal(expected, sorted);
    }

    [Fact]
    public void No_rows_sort_to_no_rows() => Assert.Empty(ShareSort.Sort([], []));
}
