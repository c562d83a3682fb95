namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Something happened and a crowd reacted at once: one short time, and many others did the same.</summary>
internal static class NewsBurst
{
    private static readonly TimeSpan TooShort = TimeSpan.FromHours(12);

    public static BenignExplanation Test(NetworkCase network)
    {
        var crowd = 1 - network.Exclusivity;
        var once = network.Acts.BusiestShare;
        if (network.DataSpan <= TooShort)
        {
            return new BenignExplanation("news_burst", 0.4 * crowd,
                $"Hardly testable: the data spans {network.DataSpan.TotalHours:F1} h, so everything is one burst; {crowd:P0} of the accounts on these values are outsiders.", Tested: false);
        }
        var finding = $"{once:P0} of the joint acts fell into the busiest three hours, and {crowd:P0} of the accounts that shared these values then are outsiders.";
        return new BenignExplanation("news_burst", once * Math.Min(1, 1.5 * crowd), finding);
    }
}
