using System.Collections.Concurrent;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Signals;

/// <summary>Sketches of networks, drawn once per scan that changed them: unpacking thousands of ties for every page would be waste.</summary>
internal sealed class SketchShelf(INetworkStore networks)
{
    private const int Width = 300, Height = 150;
    private const int MostAccounts = 120;
    private const int MostTies = 260;
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, (string Tag, GraphSketch Sketch)> _shelf = new(StringComparer.Ordinal);

    /// <summary>Null when no graph of the signal is kept.</summary>
    public GraphSketch? Of(string signal)
    {
        if (networks.Find(signal) is not { } document) return null;
        if (_shelf.TryGetValue(signal, out var kept) && kept.Tag == document.Tag) return kept.Sketch;
        var sketch = Draw(document.Unpack());
        if (_shelf.Count >= MostKept) _shelf.Clear();
        _shelf[signal] = (document.Tag, sketch);
        return sketch;
    }

    internal static GraphSketch Draw(NetworkGraph graph)
    {
        var accounts = graph.Accounts.Where(account => account.IsMember).Take(MostAccounts).ToArray();
        var points = accounts.Select(account => new GraphSketch.Point(account.Places.Free.X, account.Places.Free.Y, account.Role, account.Bits, AccountName.Of(account.Handle, account.Id))).ToArray();
        return GraphSketch.Of(points, Ties(graph, accounts.Length), Width, Height, MostTies);
    }

    /// <summary>Significant ties between the accounts drawn: the best evidence of each pair. Members stand first in the graph.</summary>
    private static IEnumerable<GraphSketch.Link> Ties(NetworkGraph graph, int drawn) => graph.Evidence
        .Where(tie => tie.U < drawn && tie.V < drawn && tie.LowBits >= graph.Threshold)
        .GroupBy(tie => tie.Pair).Select(pair => new GraphSketch.Link(pair.First().U, pair.First().V, pair.Max(tie => tie.LowBits)));
}
