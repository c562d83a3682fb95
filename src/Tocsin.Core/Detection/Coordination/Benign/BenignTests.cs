namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Every innocent explanation that is tried on every network.</summary>
internal static class BenignTests
{
    private static readonly IReadOnlyList<Func<NetworkCase, BenignExplanation>> All =
        [NewsBurst.Test, Fandom.Test, Newsroom.Test, ScheduledBot.Test, MutualFriends.Test];

    /// <summary>What each came to, the best fitting first.</summary>
    public static IReadOnlyList<BenignExplanation> Try(NetworkCase network) =>
        [.. All.Select(test => test(network)).OrderByDescending(explanation => explanation.Fits)];
}
