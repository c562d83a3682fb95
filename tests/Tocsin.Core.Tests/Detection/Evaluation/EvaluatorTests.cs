using Tocsin.Core.Detection.Evaluation;

namespace Tocsin.Core.Tests.Detection.Evaluation;

public class EvaluatorTests
{
    private static readonly AccountLabel[] Labels =
    [
        new("a", "io", "farm", "op1", 5), new("b", "io", "farm", "op1", 4), new("c", "io", "ring", "op2", 3),
        new("d", "organic", "fandom", "", 9), new("e", "organic", "fandom", "", 9), new("f", "organic", "ordinary", "", 1),
    ];

    private static readonly AccountScore[] Scores =
        [new("a", 9, "n1"), new("d", 8, "n1"), new("b", 7, "n1"), new("c", 6, "n2"), new("stranger", 99, "n1"), new("e", 1, "")];

    private static readonly EvaluationReport Report = Evaluator.Evaluate(Labels, Scores);

    [Fact]
    public void Unscored_accounts_count_as_zero_and_unlabelled_ones_not_at_all()
    {
        Assert.Equal((6, 3, 5, 1), (Report.Accounts, Report.Positives, Report.Scored, Report.Unlabelled));
        Assert.Equal((1 + 2.0 / 3 + 3.0 / 4) / 3, Report.AveragePrecision, 12);
        Assert.Equal(7.0 / 9, Report.Auc, 12);
        Assert.Equal(0.5, Report.PrecisionAt[25], 12);
    }

    [Fact]
    public void The_best_threshold_flags_all_three_with_one_false_alarm() =>
        Assert.Equal(new BestF1(6.0 / 7, 6, 0.75, 1), Report.BestF1);

    [Fact]
    public void A_subtype_is_ranked_against_all_negatives_without_the_other_positives()
    {
        Assert.Equal(new SubtypeQuality(2, (1 + 2.0 / 3) / 2, 1), Report.BySubtype["farm"]);
        Assert.Equal(new SubtypeQuality(1, 0.5, 1), Report.BySubtype["ring"]);
    }

    [Fact]
    public void Purity_weighs_networks_by_their_labelled_members()
    {
        Assert.Equal(new GroupQuality("n1", 3, 2), Report.Groups[0]);
        Assert.Equal(3.0 / 4, Report.GroupPurity!.Value, 12);
    }

    [Fact]
    public void Controls_inside_networks_are_counted_by_kind()
    {
        Assert.Equal(new ControlQuality(2, 1), Report.Controls["fandom"]);
        Assert.Equal(new ControlQuality(1, 0), Report.Controls["ordinary"]);
    }

    [Fact]
    public void Other_labels_can_be_named_positive() =>
        Assert.Equal(3, Evaluator.Evaluate(Labels, Scores, new HashSet<string> { "organic" }).Positives);

    [Fact]
    public void Without_networks_there_is_no_purity() =>
        Assert.Null(Evaluator.Evaluate(Labels, [new("a", 1, "")]).GroupPurity);

    [Fact]
    public void Labels_without_positives_are_refused_with_the_labels_that_there_are()
    {
        var problem = Assert.Throws<Problem>(() => Evaluator.Evaluate(Labels, Scores, new HashSet<string> { "troll" }));

        Assert.Contains("io, organic", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_labelled_twice_is_refused() =>
        Assert.Contains("Account a is labelled 2 times", Assert.Throws<Problem>(() => Evaluator.Evaluate([.. Labels, Labels[0]], Scores)).What, StringComparison.Ordinal);
}
