namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Declared automata on a timer: they meet because their clocks do.</summary>
internal static class ScheduledBot
{
    private const double ClockLike = 0.8;
    private static readonly string[] Words = ["bot", "automat", "robot", "rss", "自動"];

    public static BenignExplanation Test(NetworkCase network)
    {
        var clocked = network.Rhythms.Count(rhythm => rhythm >= ClockLike);
        var declared = network.Members.Count(member => Words.Any(word => Says(member.Profile.Bio, word) || Says(member.Profile.DisplayName, word)));
        var finding = $"{clocked} of {network.Size} act by the clock, {declared} call themselves automated.";
        var share = Math.Max(declared, Math.Min(clocked, declared + (network.Size / 3.0))) / network.Size;
        return new BenignExplanation("scheduled_bot", share, finding);
    }

    private static bool Says(string? text, string word) => text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
