namespace Tocsin.Core.Detection.Evaluation;

/// <summary>The best trade of precision against recall over all thresholds: flag every score that is at least <c>Threshold</c>.</summary>
public readonly record struct BestF1(double F1, double Threshold, double Precision, double Recall);

/// <summary>
/// Quality of a ranking against the truth. Equal scores are one threshold: nothing here depends on the order in which
/// ties happen to be listed. Needs at least one positive and one negative.
/// </summary>
public sealed class Ranking
{
    // One step per distinct score, from the highest; counts are of all that score at least as much.
    private readonly List<Step> _steps = [];

    public Ranking(IReadOnlyCollection<(double Score, bool Positive)> items)
    {
        foreach (var (score, positive) in items.OrderByDescending(item => item.Score))
        {
            var last = _steps.Count == 0 ? default : _steps[^1];
            var step = new Step(score, last.Flagged + 1, last.Hits + (positive ? 1 : 0));
            if (_steps.Count > 0 && last.Score.Equals(score)) _steps[^1] = step;
            else _steps.Add(step);
        }

        Positives = _steps.Count == 0 ? 0 : _steps[^1].Hits;
        Negatives = items.Count - Positives;
        if (Positives == 0 || Negatives == 0)
            throw new ArgumentException($"A ranking is measured with positives and negatives; there are {Positives} and {Negatives}.", nameof(items));
    }

    public int Positives { get; }
    public int Negatives { get; }

    /// <summary>
    /// Average precision: the sum over thresholds of (gain in recall) × (precision there), without interpolation,
    /// as scikit-learn's <c>average_precision_score</c> has it.
    /// </summary>
    public double AveragePrecision()
    {
        var sum = 0.0;
        var before = 0;
        foreach (var step in _steps)
        {
            sum += (step.Hits - before) * step.Precision;
            before = step.Hits;
        }

        return sum / Positives;
    }

    /// <summary>Area under the ROC curve: the chance that a positive scores above a negative, ties counted half.</summary>
    public double Auc()
    {
        var won = 0.0;
        var before = default(Step);
        foreach (var step in _steps)
        {
            var hits = step.Hits - before.Hits;
            var alarms = step.Flagged - before.Flagged - hits;
            won += alarms * (before.Hits + hits / 2.0);
            before = step;
        }

        return won / Positives / Negatives;
    }

    /// <summary>
    /// Precision among the first <paramref name="k"/>, or among all when there are fewer. Where the cut goes through
    /// ties, the expected value over their orders.
    /// </summary>
    public double PrecisionAt(int k)
    {
        k = Math.Min(k, Positives + Negatives);
        var before = default(Step);
        foreach (var step in _steps)
        {
            if (step.Flagged >= k)
                return (before.Hits + (k - before.Flagged) * (step.Hits - before.Hits) / (double)(step.Flagged - before.Flagged)) / k;
            before = step;
        }

        return 0;
    }

    /// <summary>The highest F1 over all thresholds; of equal ones the highest threshold.</summary>
    public BestF1 BestF1() => _steps
        .Select(step => new BestF1(2.0 * step.Hits / (step.Flagged + Positives), step.Score, step.Precision, step.Hits / (double)Positives))
        .MaxBy(best => best.F1);

    private readonly record struct Step(double Score, int Flagged, int Hits)
    {
        public double Precision => Hits / (double)Flagged;
    }
}
