using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Casework.Tests;

/// <summary>Signals to work on.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Signal Network(string id, double score = 80, int accounts = 10, params string[] history) => new()
    {
        Id = id,
        Kind = "network",
        Detector = "coordination",
        Score = score,
        Probability = score / 100,
        Claim = $"{accounts} accounts of {id} act as one",
        Reasons = [new("text", "They share texts.", 1)],
        Members = [.. Enumerable.Range(0, accounts).Select(i => new Member(Keys.Of("x", $"{id}/{i}"), "x", $"{id}/{i}", $"user_{id}_{i}", Role.Member, 12.5, 1))],
        Ties = [new(1, 2, 3, 0.5, [new(ObservableKind.Url, 4, 0.1, 20, 1.5)])],
        Evidence = [new(7, "x", "1", "a", Time, "text", $"url:https://{id}.example/", "00")],
        First = Time,
        Last = Time.AddHours(1),
        Raised = Time,
        Updated = Time.AddDays(1),
        History = [.. (history.Length == 0 ? ["raised"] : history).Select(what => new SignalChange(Time, what, $"It was {what}."))],
    };
}
