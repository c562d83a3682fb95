using Microsoft.EntityFrameworkCore;
using Tocsin.Core.Networks;

namespace Tocsin.Casework;

/// <summary>Graphs of networks, as they come: compressed by whoever drew them.</summary>
public sealed class NetworkStore(CaseworkDatabase database) : INetworkStore
{
    public void Save(string signal, NetworkDocument document) => database.Writer.WriteAsync(Actor.System, $"network.drawn signal:{signal}", async write =>
    {
        await write.Context.Networks.Where(n => n.SignalId == signal).ExecuteDeleteAsync();
        write.Context.Networks.Add(new NetworkRow { SignalId = signal, At = write.Now, Document = document.Brotli });
        return signal;
    }, CancellationToken.None).GetAwaiter().GetResult();

    public NetworkDocument? Find(string signal)
    {
        using var context = database.Connect();
        return context.Networks.Where(n => n.SignalId == signal).Select(n => n.Document).SingleOrDefault() is { } document ? new NetworkDocument(document) : null;
    }
}
