using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Numbers the accounts of a scan from 0, in the order in which they first act, and knows how active each was.</summary>
public sealed class AccountIndex
{
    private readonly Dictionary<ulong, int> _number = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _events = [];

    public AccountIndex(EventColumns events)
    {
        foreach (var account in events.Account)
        {
            if (!_number.TryGetValue(account, out var number))
            {
                _number[account] = number = _keys.Count;
                _keys.Add(account);
                _events.Add(0);
            }
            _events[number]++;
        }
        Total = events.Count;
    }

    public int Count => _keys.Count;

    /// <summary>Events of all accounts.</summary>
    public long Total { get; }

    public ulong Key(int number) => _keys[number];

    public int EventsOf(int number) => _events[number];

    public int Number(ulong key) => _number[key];

    public bool TryNumber(ulong key, out int number) => _number.TryGetValue(key, out number);

    public int[] Numbers(ulong[] keys) => Array.ConvertAll(keys, Number);
}
