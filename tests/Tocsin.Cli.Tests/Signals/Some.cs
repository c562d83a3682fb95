using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Cli.Tests.Signals;

internal static class Some
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A signal with every part filled in, and hostile text in its evidence.</summary>
    public static Signal Signal(int members = 3) => new()
    {
        Id = "N-7F3K2",
        Kind = "network",
        Detector = "coordination",
        Score = 87.25,
        Probability = 0.9,
        Claim = $"{members} accounts shared 23 links within a minute of each other 312 times in two weeks, where independent accounts would have done so 4 times.",
        Reasons =
        [
            new("text", "The same text was posted by several of them 120 times; chance would give 0.3.", 0.62),
            new("created_together", "12 of 14 accounts were created within 3 days.", 0.38),
        ],
        Benign =
        [
            new("news_burst", 0.1, "The shared links are spread over 14 days, not one burst of news."),
            new("fandom", 0.6, "A third of the posts carry a hashtag of a fandom."),
        ],
        Members = [.. Enumerable.Range(0, members).Select(i => new Member((ulong)i, "x", $"a{i:00000}", $"user_{i}", i == 0 ? Role.Seeder : Role.Amplifier, 100 - i, 0.95))],
        Ties =
        [
            new(0, 1, 44.4, 0.83, [new(ObservableKind.Url, 31, 0.004, 40, 12), new(ObservableKind.Hashtag, 9, 1.5, 4.4, 33)]),
        ],
        Evidence =
        [
            new(9, "x", "1234567890", "a00000", Day, "Vote\u001b[31m now\u202e!\nhttps://example.org/a", "url:https://example.org/a", new string('a', 64)),
        ],
        Ttps = [new("T0049.003", "Bots Amplify via Automated Forwarding and Reposting", "Amplify")],
        First = Day,
        Last = Day.AddDays(14),
        Raised = Day.AddDays(15),
        Updated = Day.AddDays(16),
        History = [new(Day.AddDays(15), "raised", "First seen with 12 accounts."), new(Day.AddDays(16), "grown", "2 accounts joined.")],
    };
}
