using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Evaluation;

namespace Tocsin.Core.Tests.Detection.Evaluation;

public class RankingTests
{
    // Positives at ranks 1, 3 and 6 of 7.
    private static readonly Ranking ByHand = new([(9, true), (8, false), (7, true), (6, false), (5, false), (4, true), (3, false)]);

    [Fact]
    public void Average_precision_is_the_mean_of_the_precision_at_each_positive() =>
        Assert.Equal((1.0 / 1 + 2.0 / 3 + 3.0 / 6) / 3, ByHand.AveragePrecision(), 12);

    [Fact]
    public void Auc_counts_the_pairs_in_right_order() => Assert.Equal((4 + 3 + 1) / 12.0, ByHand.Auc(), 12);

    [Fact]
    public void Best_f1_is_at_the_threshold_where_precision_and_recall_trade_best()
    {
        var best = ByHand.BestF1();

        Assert.Equal(new BestF1(4.0 / 6, 7, 2.0 / 3, 2.0 / 3), best);
    }

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 0.5)]
    [InlineData(3, 2.0 / 3)]
    [InlineData(7, 3.0 / 7)]
    [InlineData(100, 3.0 / 7)]
    public void Precision_at_k_is_the_share_among_the_first_k_or_all_there_are(int k, double expected) =>
        Assert.Equal(expected, ByHand.PrecisionAt(k), 12);

    [Fact]
    public void Equal_scores_are_one_threshold()
    {
        // As scikit-learn: average_precision_score([1,0,1,0,0], [.9,.5,.5,.5,.1]) = 0.75; roc_auc_score = 5/6.
        Ranking ties = new([(0.9, true), (0.5, false), (0.5, true), (0.5, false), (0.1, false)]);

        Assert.Equal(0.75, ties.AveragePrecision(), 12);
        Assert.Equal(5.0 / 6, ties.Auc(), 12);
        Assert.Equal((1 + 1.0 / 3) / 2, ties.PrecisionAt(2), 12);
    }

    [Fact]
    public void A_constant_score_has_the_prior_as_precision_and_half_as_auc()
    {
        Ranking constant = new([(0, true), (0, false), (0, false), (0, false)]);

        Assert.Equal(0.25, constant.AveragePrecision(), 12);
        Assert.Equal(0.5, constant.Auc(), 12);
        Assert.Equal(0.25, constant.PrecisionAt(2), 12);
    }

    [Fact]
    public void Positives_alone_are_not_measured() => Assert.Throws<ArgumentException>(() => new Ranking([(1, true)]));

    [Fact]
    public void Auc_equals_the_share_of_pairs_won() => Check.QuickThrowOnFailure(Prop.ForAll(Items(), items =>
    {
        var pairs = from hit in items where hit.Positive from miss in items where !miss.Positive select (hit.Score, Miss: miss.Score);
        var brute = pairs.Average(pair => pair.Score > pair.Miss ? 1.0 : pair.Score < pair.Miss ? 0.0 : 0.5);
        return Math.Abs(brute - new Ranking(items).Auc()) < 1e-12;
    }));

    [Fact]
    public void Average_precision_equals_the_sum_over_every_distinct_threshold() => Check.QuickThrowOnFailure(Prop.ForAll(Items(), items =>
    {
        var (sum, before, positives) = (0.0, 0.0, items.Count(item => item.Positive));
        foreach (var threshold in items.Select(item => item.Score).Distinct().OrderDescending())
        {
            var flagged = items.Where(item => item.Score >= threshold).ToList();
            var recall = flagged.Count(item => item.Positive) / (double)positives;
            sum += (recall - before) * flagged.Count(item => item.Positive) / flagged.Count;
            before = recall;
        }

        return Math.Abs(sum - new Ranking(items).AveragePrecision()) < 1e-12;
    }));

    [Fact]
    public void Nothing_but_the_order_of_scores_counts() => Check.QuickThrowOnFailure(Prop.ForAll(Items(), items =>
    {
        var (plain, mapped) = (new Ranking(items), new Ranking([.. items.Select(item => (Math.Exp(item.Score / 3.0) - 7, item.Positive)).Reverse()]));
        return plain.AveragePrecision().Equals(mapped.AveragePrecision()) && plain.Auc().Equals(mapped.Auc())
            && plain.PrecisionAt(5).Equals(mapped.PrecisionAt(5)) && plain.BestF1().F1.Equals(mapped.BestF1().F1);
    }));

    // Few distinct scores, so that ties are common; always one of each sign.
    private static Arbitrary<List<(double Score, bool Positive)>> Items() =>
        Gen.Choose(0, 9).Zip(Gen.Choose(0, 2)).Select(pair => ((double)pair.Item1, pair.Item2 == 0)).ListOf()
            .Select(list => new List<(double, bool)>(list) { (4, true), (5, false) }).ToArbitrary();
}
