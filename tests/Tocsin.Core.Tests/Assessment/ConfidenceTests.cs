using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Core.Tests.Assessment;

public class ConfidenceTests
{
    [Fact]
    public void Much_that_is_stable_and_tested_gives_high_confidence()
    {
        var confidence = NetworkConfidence.Of(Signal(stability: 0.9, acts: 400, days: 9, untested: 0));
        Assert.Equal(("high", "Members stay under 90 % of the other settings tried."), (confidence.Word, confidence.Reason));
    }

    [Theory]
    [InlineData(0.9, 400, 1, 0, "moderate", "All of it happened on one day.")]
    [InlineData(0.6, 60, 3, 0, "moderate", "Members stay under 60 % of the other settings tried. It rests on 60 joint acts.")]
    [InlineData(0.2, 400, 1, 0, "moderate", "Members stay under 20 % of the other settings tried. All of it happened on one day.")]
    [InlineData(0.2, 12, 9, 0, "moderate", "Members stay under 20 % of the other settings tried. It rests on 12 joint acts.")]
    [InlineData(0.2, 12, 1, 2, "low", "Members stay under 20 % of the other settings tried. It rests on 12 joint acts.")]
    [InlineData(0.9, 1200, 9, 2, "high", "2 of 5 innocent explanations could not be tested.")]
    [InlineData(0.9, 1200, 9, 3, "moderate", "3 of 5 innocent explanations could not be tested.")]
    public void What_is_weak_is_the_reason(double stability, double acts, double days, int untested, string word, string reason)
    {
        var confidence = NetworkConfidence.Of(Signal(stability, acts, days, untested));
        Assert.Equal((word, reason), (confidence.Word, confidence.Reason));
    }

    [Fact]
    public void Likelihood_plays_no_part() => Assert.Equal(
        NetworkConfidence.Of(Signal(0.6, 60, 3, 1)).Level, NetworkConfidence.Of(Signal(0.6, 60, 3, 1) with { Probability = 0.02 }).Level);

    [Fact]
    public void A_signal_that_tells_nothing_gives_low_confidence() =>
        Assert.Equal(ConfidenceLevel.Low, NetworkConfidence.Of(Signal(0, 0, 0, 0) with { Figures = new Dictionary<string, double>(), Benign = [] }).Level);

    private static Signal Signal(double stability, double acts, double days, int untested) => new()
    {
        Id = "N-1",
        Kind = "network",
        Detector = "coordination",
        Score = 90,
        Probability = 0.9,
        Claim = "12 accounts act together.",
        First = DateTimeOffset.UnixEpoch,
        Last = DateTimeOffset.UnixEpoch,
        Raised = DateTimeOffset.UnixEpoch,
        Updated = DateTimeOffset.UnixEpoch,
        Figures = new Dictionary<string, double> { ["stability"] = stability, ["joint_acts"] = acts, ["active_days"] = days },
        Benign = [.. Enumerable.Range(0, 5).Select(i => new BenignExplanation($"b{i}", 0, "Checked.", Tested: i >= untested))],
    };
}
