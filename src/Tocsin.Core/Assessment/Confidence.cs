using Tocsin.Core.Detection;

namespace Tocsin.Core.Assessment;

/// <summary>How sure we are of a likelihood (ICD 203): not how likely a claim is, but on how much the judgement rests.</summary>
public enum ConfidenceLevel
{
    Low = 1,
    Moderate = 2,
    High = 3,
}

/// <summary>One thing confidence rests on, and whether it holds.</summary>
/// <param name="Sentence">With the figure.</param>
/// <param name="Part">1 holds, 0.5 holds in part, 0 does not.</param>
public sealed record ConfidenceGround(string Name, string Sentence, double Part);

/// <summary>A level with its grounds, the weakest first: what is weak is the reason why it is not higher.</summary>
public sealed record Confidence(ConfidenceLevel Level, IReadOnlyList<ConfidenceGround> Grounds)
{
    public string Word => Level.ToString().ToLowerInvariant();

    /// <summary>The reason in one line: what holds it back, or that nothing does.</summary>
    public string Reason => string.Join(" ", Grounds.Where(ground => ground.Part < 1).DefaultIfEmpty(Grounds[0]).Take(2).Select(ground => ground.Sentence));
}

/// <summary>
/// Confidence in the likelihood of a network, from what the signal itself tells: whether membership holds under other settings,
/// how many joint acts there are, over how many days, and whether the innocent explanations could be tested. High when at most
/// one of the four holds only in part, moderate when at most half is missing, low otherwise.
/// </summary>
public static class NetworkConfidence
{
    private const double HighFrom = 3.5;
    private const double ModerateFrom = 2;

    public static Confidence Of(Signal signal)
    {
        ConfidenceGround[] grounds = [Stability(signal), Acts(signal), Span(signal), Tested(signal)];
        var sum = grounds.Sum(ground => ground.Part);
        var level = sum >= HighFrom ? ConfidenceLevel.High : sum >= ModerateFrom ? ConfidenceLevel.Moderate : ConfidenceLevel.Low;
        return new Confidence(level, [.. grounds.OrderBy(ground => ground.Part)]);
    }

    private static ConfidenceGround Stability(Signal signal)
    {
        var stability = signal.Figures.GetValueOrDefault("stability");
        return new("stability", $"Members stay under {stability:P0} of the other settings tried.", Part(stability, 0.5, 0.75));
    }

    private static ConfidenceGround Acts(Signal signal)
    {
        var acts = signal.Figures.GetValueOrDefault("joint_acts");
        return new("acts", $"It rests on {acts:N0} joint acts.", Part(acts, 30, 100));
    }

    private static ConfidenceGround Span(Signal signal)
    {
        var days = signal.Figures.GetValueOrDefault("active_days");
        return new("span", days == 1 ? "All of it happened on one day." : $"They acted together on {days:N0} days.", Part(days, 2, 5));
    }

    private static ConfidenceGround Tested(Signal signal)
    {
        var untested = signal.Benign.Count(explanation => !explanation.Tested);
        var tested = signal.Benign.Count - untested;
        return untested == 0 && tested > 0
            ? new("tested", $"All {tested} innocent explanations could be tested.", 1)
            : new("tested", $"{untested} of {signal.Benign.Count} innocent explanations could not be tested.", tested > untested ? 0.5 : 0);
    }

    private static double Part(double value, double half, double full) => value >= full ? 1 : value >= half ? 0.5 : 0;
}
