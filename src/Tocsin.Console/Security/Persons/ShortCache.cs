using System.Collections.Concurrent;

namespace Tocsin.Console.Security.Persons;

/// <summary>
/// Remembers what was read for a few seconds, so that a page with twenty fragments asks the database once. What this process
/// changes is forgotten at once; what another changes shows when the time is up.
/// </summary>
internal sealed class ShortCache<T>(TimeProvider clock) where T : class
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, (T? Value, DateTimeOffset Until)> _entries = new(StringComparer.Ordinal);

    public async ValueTask<T?> GetAsync(string key, Func<string, Task<T?>> read)
    {
        var now = clock.GetUtcNow();
        if (_entries.TryGetValue(key, out var entry) && entry.Until > now) return entry.Value;
        var value = await read(key);
        // Keys come from requests: anybody can name any number of them.
        if (_entries.Count >= MaxEntries) _entries.Clear();
        _entries[key] = (value, now + Lifetime);
        return value;
    }

    public void Forget(string key) => _entries.TryRemove(key, out _);

    public void ForgetAll() => _entries.Clear();
}
