namespace Tocsin.Core.Detection.Evaluation;

/// <summary>Quality on the positives of one subtype.</summary>
/// <param name="Accounts">How many there are.</param>
/// <param name="AveragePrecision">Of this subtype's accounts against all negatives; other positives left out.</param>
/// <param name="Recall">Share flagged at the threshold of the overall best F1.</param>
public sealed record SubtypeQuality(int Accounts, double AveragePrecision, double Recall);

/// <summary>A reported network, as far as its members are labelled.</summary>
public sealed record GroupQuality(string Group, int Labelled, int Positives)
{
    public double Purity => Positives / (double)Labelled;
}

/// <summary>Negatives of one subtype.</summary>
/// <param name="Accounts">How many there are.</param>
/// <param name="InNetworks">How many of them were reported as members of a network.</param>
public sealed record ControlQuality(int Accounts, int InNetworks);

/// <summary>What <see cref="Evaluator"/> found. Shares are 0 to 1.</summary>
public sealed record EvaluationReport
{
    /// <summary>Labelled accounts, scored or not.</summary>
    public required int Accounts { get; init; }
    public required int Positives { get; init; }

    /// <summary>Labelled accounts with a score above 0.</summary>
    public required int Scored { get; init; }

    /// <summary>Scored accounts without a label, which count nowhere.</summary>
    public required int Unlabelled { get; init; }
    public required double AveragePrecision { get; init; }
    public required double Auc { get; init; }
    public required BestF1 BestF1 { get; init; }
    public required IReadOnlyDictionary<int, double> PrecisionAt { get; init; }
    public required IReadOnlyDictionary<string, SubtypeQuality> BySubtype { get; init; }

    /// <summary>Share of positives among the labelled members of all networks: purity weighted by size; null without networks.</summary>
    public required double? GroupPurity { get; init; }
    public required IReadOnlyList<GroupQuality> Groups { get; init; }

    /// <summary>Negatives by subtype, and how many of each were wrongly reported in a network.</summary>
    public required IReadOnlyDictionary<string, ControlQuality> Controls { get; init; }
}
