namespace Tocsin.Core.Detection.Evaluation;

/// <summary>Measures account scores against labels. Labelled accounts without a score count as scored 0.</summary>
public static class Evaluator
{
    public const string DefaultPositive = "io";
    private static readonly int[] Depths = [25, 50, 100];

    /// <summary>Compares scores with labels.</summary>
    /// <param name="labels">One row per account.</param>
    /// <param name="scores">At most one row per account is expected; of several the highest counts.</param>
    /// <param name="positives">Labels that count as positive; by default <see cref="DefaultPositive"/>. All others are negative.</param>
    /// <exception cref="Problem">An account is labelled twice, or positives or negatives are missing.</exception>
    public static EvaluationReport Evaluate(
        IReadOnlyCollection<AccountLabel> labels, IEnumerable<AccountScore> scores, IReadOnlySet<string>? positives = null)
    {
        positives ??= new HashSet<string> { DefaultPositive };
        var best = scores.GroupBy(score => score.Account).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Score)!);
        var judged = labels.Select(label => Judge(label, best, positives)).ToList();
        Check(judged, positives);
        var ranking = Rank(judged);
        var f1 = ranking.BestF1();
        var networks = Networks(judged);
        return new()
        {
            Accounts = judged.Count,
            Positives = ranking.Positives,
            Scored = judged.Count(account => account.Score > 0),
            Unlabelled = best.Count - judged.Count(account => best.ContainsKey(account.Label.Account)),
            AveragePrecision = ranking.AveragePrecision(),
            Auc = ranking.Auc(),
            BestF1 = f1,
            PrecisionAt = Depths.ToDictionary(depth => depth, ranking.PrecisionAt),
            BySubtype = BySubtype(judged, f1.Threshold),
            GroupPurity = networks.Count == 0 ? null : networks.Sum(group => group.Positives) / (double)networks.Sum(group => group.Labelled),
            Groups = networks,
            Controls = Controls(judged),
        };
    }

    private static Judged Judge(AccountLabel label, Dictionary<string, AccountScore> scores, IReadOnlySet<string> positives) =>
        scores.TryGetValue(label.Account, out var score)
            ? new(label, positives.Contains(label.Name), score.Score, score.Group)
            : new(label, positives.Contains(label.Name), 0, "");

    private static void Check(List<Judged> judged, IReadOnlySet<string> positives)
    {
        if (judged.CountBy(account => account.Label.Account).FirstOrDefault(pair => pair.Value > 1) is { Key: not null } twice)
            throw new Problem($"Account {twice.Key} is labelled {twice.Value} times", "labels", "keep one row per account");
        var found = judged.Count(account => account.Positive);
        if (found > 0 && found < judged.Count) return;
        var names = judged.Select(account => account.Label.Name).Distinct().Take(8);
        throw new Problem(
            $"{found} of {judged.Count} labelled accounts are positive, so there is nothing to compare",
            "labels", $"positive is: {string.Join(", ", positives)}; labels are: {string.Join(", ", names)}");
    }

    private static Ranking Rank(IEnumerable<Judged> judged) => new([.. judged.Select(account => (account.Score, account.Positive))]);

    private static Dictionary<string, SubtypeQuality> BySubtype(List<Judged> judged, double threshold) => judged
        .Where(account => account.Positive)
        .GroupBy(account => account.Label.Subtype)
        .OrderByDescending(subtype => subtype.Count())
        .ToDictionary(subtype => subtype.Key, subtype => new SubtypeQuality(
            subtype.Count(),
            Rank(judged.Where(account => !account.Positive).Concat(subtype)).AveragePrecision(),
            subtype.Count(account => account.Score >= threshold) / (double)subtype.Count()));

    private static List<GroupQuality> Networks(List<Judged> judged) =>
        [.. judged.Where(account => account.Group.Length > 0)
            .GroupBy(account => account.Group)
            .Select(group => new GroupQuality(group.Key, group.Count(), group.Count(account => account.Positive)))
            .OrderByDescending(group => group.Labelled)];

    private static Dictionary<string, ControlQuality> Controls(List<Judged> judged) => judged
        .Where(account => !account.Positive)
        .GroupBy(account => account.Label.Subtype)
        .OrderByDescending(subtype => subtype.Count())
        .ToDictionary(subtype => subtype.Key, subtype => new ControlQuality(subtype.Count(), subtype.Count(account => account.Group.Length > 0)));

    private readonly record struct Judged(AccountLabel Label, bool Positive, double Score, string Group);
}
