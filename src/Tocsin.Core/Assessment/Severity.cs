namespace Tocsin.Core.Assessment;

/// <summary>How soon a signal needs a person. Numbers are stored; never renumber.</summary>
public enum Severity
{
    Info = 1,
    Low = 2,
    Medium = 3,
    High = 4,
    Critical = 5,
}

public static class SeverityScale
{
    /// <summary>
    /// The step for a score in [0, 100] and a probability in [0, 1]. The upper two ask for both: what ranks high but is
    /// less than likely to be so is worth a look, not an alarm.
    /// </summary>
    public static Severity Of(double score, double probability) => LikelihoodWords.Of(probability) switch
    {
        >= Likelihood.AlmostCertain when score >= 95 => Severity.Critical,
        >= Likelihood.Likely when score >= 75 => Severity.High,
        _ when score >= 45 => Severity.Medium,
        _ when score >= 20 => Severity.Low,
        _ => Severity.Info,
    };

    public static string Text(this Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };
}
