using Tocsin.Casework;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Networks;

/// <summary>Reads a network with all that speaks for it and against it.</summary>
internal sealed class NetworkReader(SignalQueue queue, GraphShelf shelf, DuckDbLake lake)
{
    private const int MostLeads = 4;

    /// <summary>Null when there is no network signal by that id.</summary>
    public async Task<NetworkView?> ReadAsync(NetworkAddress address, CancellationToken cancel)
    {
        if (await FileAsync(address.Id, cancel) is not { } file) return null;
        var kept = shelf.Of(address.Id);
        var settings = Settings(file, kept, address);
        var membership = kept?.Under(settings);
        return new NetworkView(
            file, address, NetworkConfidence.Of(file.Signal), kept, membership,
            kept is null ? [] : MemberLine.Of(kept, membership!, settings, address),
            kept is null ? [] : Lead.Of(kept.Graph, membership!, MostLeads),
            Times(file.Signal, cancel));
    }

    private SignalTimeline Times(Signal signal, CancellationToken cancel) =>
        SignalTimeline.Of(lake, [.. signal.Members.Select(member => member.Account)], new TimeRange(signal.First, signal.Last.AddMicroseconds(1)), cancel);

    /// <summary>The graph and the settings that the address and people's decisions make; null when either is not there.</summary>
    public async Task<(SignalFile File, KeptGraph Kept, MembershipSettings Settings)?> GraphAsync(NetworkAddress address, CancellationToken cancel)
    {
        if (await FileAsync(address.Id, cancel) is not { } file || shelf.Of(address.Id) is not { } kept) return null;
        return (file, kept, Settings(file, kept, address));
    }

    public async Task<SignalFile?> FileAsync(string id, CancellationToken cancel) =>
        await queue.FindAsync(id, null, cancel) is { Signal.Kind: "network" } file ? file : null;

    private static MembershipSettings Settings(SignalFile file, KeptGraph? kept, NetworkAddress address) =>
        address.Settings(Nodes(file, kept, included: true), Nodes(file, kept, included: false));

    private static HashSet<int> Nodes(SignalFile file, KeptGraph? kept, bool included) => kept is null
        ? []
        : [.. file.Members.Where(decision => decision.Included == included).Select(decision => kept.NodeOf(decision.Account)).OfType<int>()];
}
