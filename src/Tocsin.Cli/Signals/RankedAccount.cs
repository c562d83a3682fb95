using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Cli.Signals;

/// <summary>An account with what the last scan made of it.</summary>
/// <param name="Group">Id of the network it belongs to; null when to none.</param>
internal sealed record RankedAccount(StoredAccount Stored, double Score, string? Group)
{
    /// <summary>As scripts get it.</summary>
    public object Summary => new
    {
        platform = Stored.Profile.Platform,
        account = Stored.Profile.Id,
        handle = Stored.Profile.Handle,
        score = Score,
        group = Group,
        events = Stored.Events,
        first = Stored.First,
        last = Stored.Last,
        created = Stored.Profile.CreatedAt,
    };

    /// <summary>Every account of the lake, the highest score first; an account the scan did not score has 0.</summary>
    public static IReadOnlyList<RankedAccount> All(ILake lake, IAccountScores scored)
    {
        var scores = scored.Load().ToDictionary(s => s.Account);
        return [.. lake.ReadAccounts(null)
            .Select(a => scores.TryGetValue(a.Key, out var s) ? new RankedAccount(a.Value, s.Score, s.Signal) : new(a.Value, 0, null))
            .OrderByDescending(a => a.Score).ThenBy(a => a.Stored.Profile.Id, StringComparer.Ordinal)];
    }

    public bool IsCalled(string name) =>
        Stored.Profile.Id == name || string.Equals(Stored.Profile.Handle, name.TrimStart('@'), StringComparison.OrdinalIgnoreCase);
}
