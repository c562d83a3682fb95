using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Detection.Coordination;

/// <summary>Graphs in a dictionary.</summary>
internal sealed class MemoryNetworks : INetworkStore
{
    private readonly Dictionary<string, NetworkDocument> _documents = [];

    /// <summary>How often anything was saved.</summary>
    public int Saved { get; private set; }

    public void Save(string signal, NetworkDocument document)
    {
        _documents[signal] = document;
        Saved++;
    }

    public NetworkDocument? Find(string signal) => _documents.GetValueOrDefault(signal);
}
