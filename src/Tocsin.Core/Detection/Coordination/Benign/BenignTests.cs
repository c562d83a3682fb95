namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Every innocent explanation that is tried on every network.</summary>
internal static class BenignTests
{
    private static readonly IReadOnlyList<(BenignDescription Description, Func<NetworkCase, BenignExplanation> Test)> All =
    [
        (new("news_burst", "News burst", "Share of joint acts in the busiest three hours × share of outsiders on the same values then."), NewsBurst.Test),
        (new("fandom", "Fandom", "Share of members whose profile names what they share; less when the accounts were created together."), Fandom.Test),
        (new("newsroom", "Newsroom or party", "Share of members whose profile names a site that they share."), Newsroom.Test),
        (new("scheduled_bot", "Scheduled bots", "Share of members who call themselves automated, or act by the clock."), ScheduledBot.Test),
        (new("mutual_friends", "Mutual friends", "Share of joint acts that answer or repost a member × share of members who had a turn."), MutualFriends.Test),
    ];

    /// <summary>What is tried, in words.</summary>
    public static IReadOnlyList<BenignDescription> Descriptions { get; } = [.. All.Select(item => item.Description)];

    /// <summary>What each came to, the best fitting first.</summary>
    public static IReadOnlyList<BenignExplanation> Try(NetworkCase network) =>
        [.. All.Select(item => item.Test(network)).OrderByDescending(explanation => explanation.Fits)];
}
