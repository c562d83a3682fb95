using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Console.Tests.Screens.Signals;

/// <summary>Signals and their parts, for tests to alter.</summary>
internal static class Some
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Signal Signal(string id = "N-TEST01") => new()
    {
        Id = id,
        Kind = "network",
        Detector = "coordination",
        Score = 90,
        Probability = 0.9,
        Claim = "2 accounts posted the same 2 texts.",
        First = Noon,
        Last = Noon.AddDays(3),
        Raised = Noon.AddDays(4),
        Updated = Noon.AddDays(4),
    };

    public static Member Member(string id, string handle) => new(Keys.Of("plaza", id), "plaza", id, handle, Role.Member, 40, 1);

    public static Evidence Evidence(string account, string shared, string? text, int second) =>
        new(Keys.Of("plaza", $"{account}-{second}"), "plaza", $"{account}-{second}", account, Noon.AddSeconds(second), text, shared, new string('a', 64));
}
