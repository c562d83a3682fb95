namespace Tocsin.Core.Detection.Coordination;

/// <summary>
/// How likely a network acts on a common plan, and why. Each consideration gives points; their sum, times the fourth root
/// of the network's density (a loose crowd is not a network, however long it lasts), less <see cref="Offset"/> is the
/// log-odds; an innocent explanation that stands lowers the probability in proportion to how well it fits. The points are
/// set by judgement and fitted to no labels; docs/method.md lists them.
/// </summary>
internal static class NetworkAssessment
{
    private const double Offset = 5.5;
    private const double Stands = 0.5;

    public sealed record Point(string Name, double Value, string Sentence);

    public static double Probability(NetworkCase network, IReadOnlyList<Point> points, IReadOnlyList<BenignExplanation> benign)
    {
        var coordinated = 1 / (1 + Math.Exp(Offset - (points.Sum(point => point.Value) * Math.Pow(network.Network.Density, 0.25))));
        var fit = benign.Count == 0 ? 0 : benign.Max(explanation => explanation.Fits);
        var left = fit >= Stands ? 1 - (0.9 * fit) : 1 - (0.4 * fit);
        return Math.Clamp(coordinated * left, 0.01, 0.99);
    }

    /// <summary>0 to 100: the probability, less for networks so small that little depends on them.</summary>
    public static double Score(double probability, int members) => 100 * probability * (1 - Math.Pow(2, -members / 3.0));

    public static IReadOnlyList<Point> Points(NetworkCase network) =>
        [.. All(network).Where(point => point.Value != 0)];

    private static IEnumerable<Point> All(NetworkCase network)
    {
        var acts = network.Acts;
        var kinds = network.KindShares.Count(kind => kind.Share >= 0.1);
        var actsEach = acts.Actions / (double)network.Size;
        yield return new("strength", Math.Clamp(Math.Log2(network.Network.MedianBits / network.Threshold), 0, 3),
            $"The median tie carries {network.Network.MedianBits:F0} bits of evidence; {network.Threshold:F0} would be significant.");
        yield return new("cohesion", Math.Min(3, Math.Log2(network.MeanDegree) * network.Network.Density),
            $"{network.Network.Density:P0} of all pairs of members are significantly tied, {network.MeanDegree:F1} ties each.");
        yield return new("persistence", Math.Clamp(Math.Log2(acts.ActiveDays), 0, 2),
            $"They acted together on {acts.ActiveDays} of {acts.SpanDays} days.");
        yield return new("synchrony", 2 * acts.WithinMinute(),
            $"{acts.WithinMinute():P0} of joint acts follow another member's within a minute; the median gap is {Phrases.Duration(acts.MedianGapSeconds())}.");
        yield return new("exclusivity", 1.5 * network.Exclusivity,
            $"{network.Exclusivity:P0} of the accounts on what they share, at that time, are members.");
        yield return new("several_kinds", Math.Min(0.9, 0.3 * (kinds - 1)), $"The ties rest on {kinds} kinds of shared values.");
        yield return new("repetition", Math.Clamp(Math.Log2(actsEach / 4) / 2, -1, 1), $"Members took part in {actsEach:F1} joint acts each.");
        yield return new("stability", network.Network.Stability.Average(),
            $"A member stays, on average, under {network.Network.Stability.Average():P0} of the stricter thresholds and other windows tried.");
        foreach (var trait in network.Traits) yield return new(trait.Name, Math.Min(2, trait.Bits / 10), trait.Sentence + ".");
    }
}
