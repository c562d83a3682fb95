namespace Tocsin.Core.Networks;

/// <summary>Where the graphs of networks rest, one for each signal of kind network.</summary>
public interface INetworkStore
{
    /// <summary>Keeps the graph of a signal in place of an earlier one.</summary>
    void Save(string signal, NetworkDocument document);

    /// <summary>The graph of a signal; null when no scan has kept one.</summary>
    NetworkDocument? Find(string signal);
}
