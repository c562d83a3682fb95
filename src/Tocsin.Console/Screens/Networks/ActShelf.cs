using System.Collections.Concurrent;
using Tocsin.Casework;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Networks;

/// <summary>Joint acts of networks looked at lately, compressed once: they change only when the network or the lake does.</summary>
internal sealed class ActShelf(DuckDbLake lake)
{
    private const int Most = 32;

    private readonly ConcurrentDictionary<string, (string Tag, byte[] Packed)> _shelf = new(StringComparer.Ordinal);

    /// <summary>The JSON in Brotli, and the tag it goes by.</summary>
    public (string Tag, byte[] Packed) Of(SignalFile file, KeptGraph kept, CancellationToken cancel)
    {
        var tag = $"{kept.Tag}-{lake.Summarise().Events}";
        if (_shelf.TryGetValue(file.State.Id, out var known) && known.Tag == tag) return known;
        var range = new TimeRange(file.Signal.First, file.Signal.Last.AddMicroseconds(1));
        var packed = ActColumns.Of(lake, [.. kept.Graph.Accounts.Select(account => account.Key)], range, cancel).Pack();
        if (_shelf.Count >= Most) _shelf.Clear();
        return _shelf[file.State.Id] = (tag, packed);
    }
}
