using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>All accounts of a scan with their profiles: what members are compared with.</summary>
public sealed class Population
{
    private readonly IReadOnlyDictionary<ulong, StoredAccount> _accounts;
    private readonly DateTimeOffset[] _created;
    private readonly Dictionary<string, int> _shapes;

    public Population(IReadOnlyDictionary<ulong, StoredAccount> accounts)
    {
        _accounts = accounts;
        _created = [.. accounts.Values.Select(a => a.Profile.CreatedAt).OfType<DateTimeOffset>().Order()];
        _shapes = accounts.Values.Where(a => a.Profile.Handle is not null).GroupBy(a => Shape(a.Profile.Handle!)).ToDictionary(g => g.Key, g => g.Count());
        WithHandle = _shapes.Values.Sum();
    }

    public int WithHandle { get; }

    public int WithCreation => _created.Length;

    public StoredAccount? this[ulong key] => _accounts.GetValueOrDefault(key);

    /// <summary>Share of all accounts that were created between two times, both counted.</summary>
    public double ShareCreated(DateTimeOffset from, DateTimeOffset until) => _created.Length == 0 ? 0
        : (Rank(until.AddTicks(1)) - Rank(from)) / (double)_created.Length;

    public double ShareOfShape(string shape) => _shapes.GetValueOrDefault(shape) / (double)Math.Max(1, WithHandle);

    /// <summary>A handle with letters as <c>a</c>, digits as <c>9</c>, lengths kept for digits only: <c>maria_48213</c> → <c>a_99999</c>.</summary>
    public static string Shape(string handle)
    {
        var shape = new System.Text.StringBuilder();
        foreach (var c in handle)
        {
            var kind = char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'a' : c;
            if (kind != 'a' || shape.Length == 0 || shape[^1] != 'a') _ = shape.Append(kind);
        }
        return shape.ToString();
    }

    private int Rank(DateTimeOffset time)
    {
        var found = Array.BinarySearch(_created, time);
        if (found < 0) return ~found;
        while (found > 0 && _created[found - 1] == time) found--;
        return found;
    }
}
