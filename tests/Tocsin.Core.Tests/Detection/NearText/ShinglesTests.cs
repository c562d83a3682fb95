using Tocsin.Core.Detection.NearText;

namespace Tocsin.Core.Tests.Detection.NearText;

public class ShinglesTests
{
    [Fact]
    public void Words_overlap_by_all_but_one()
    {
        var four = Shingles.Words("one two three four five six", 4);
        Assert.Equal(3, four.Length);
        Assert.Equal(four[1], Shingles.Words("Two, three -- FOUR five!", 4)[0]);
        Assert.NotEqual(four[0], Shingles.Words("two one three four", 4)[0]);
    }

    [Fact]
    public void Few_words_are_one_shingle_and_none_are_none()
    {
        Assert.Single(Shingles.Words("hello world", 4));
        Assert.Empty(Shingles.Words(" ... ", 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shingles.Words("a", 0));
    }

    [Fact]
    public void A_repeated_piece_counts_once_in_a_set_and_each_time_in_order()
    {
        Assert.Equal(5, Shingles.Words("go go go go go", 1).Length);
        Assert.Equal(5, Shingles.Characters("abcdeabcdeabcde", new uint[15]));
    }

    [Fact]
    public void Similarity_is_the_share_of_common_pieces() =>
        Assert.Equal(0.5, ShingleSets.Jaccard([1, 2, 3], [2, 3, 9]));

    [Fact]
    public void A_band_is_shared_as_often_as_theory_says()
    {
        var random = new Random(3);
        var shared = 0;
        var (a, b) = (new uint[MinHash.Bands], new uint[MinHash.Bands]);
        for (var trial = 0; trial < 500; trial++)
        {
            // 80 of 100 in common: s = 80/120 = 2/3, s⁴ = 0.1975
            var common = Enumerable.Range(0, 80).Select(_ => (uint)random.NextInt64()).ToArray();
            MinHash.Keys([.. common, .. Enumerable.Range(0, 20).Select(_ => (uint)random.NextInt64())], a);
            MinHash.Keys([.. common, .. Enumerable.Range(0, 20).Select(_ => (uint)random.NextInt64())], b);
            shared += a.Zip(b).Count(pair => pair.First == pair.Second);
        }

        Assert.InRange(shared / (500.0 * MinHash.Bands), 0.17, 0.225);
    }
}
