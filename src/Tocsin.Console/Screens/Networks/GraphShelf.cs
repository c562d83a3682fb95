using System.Collections.Concurrent;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Networks;

/// <summary>Graphs that were looked at lately: unpacking thousands of ties anew for every page of a table would be waste.</summary>
internal sealed class GraphShelf(INetworkStore networks)
{
    private const int Most = 24;

    private readonly ConcurrentDictionary<string, (KeptGraph Graph, long Used)> _shelf = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>Null when no scan has kept a graph of the signal.</summary>
    public KeptGraph? Of(string signal)
    {
        if (networks.Find(signal) is not { } document) return null;
        var graph = _shelf.TryGetValue(signal, out var kept) && kept.Graph.Tag == document.Tag ? kept.Graph : new KeptGraph(document.Tag, document.Unpack());
        _shelf[signal] = (graph, Interlocked.Increment(ref _uses));
        if (_shelf.Count > Most && _shelf.MinBy(entry => entry.Value.Used) is { Key: var oldest }) _shelf.TryRemove(oldest, out _);
        return graph;
    }
}
