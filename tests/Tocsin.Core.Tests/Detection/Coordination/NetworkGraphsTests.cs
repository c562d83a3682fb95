using Tocsin.Core.Detection.Coordination;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Networks;
using Tocsin.Core.Simulation;

namespace Tocsin.Core.Tests.Detection.Coordination;

/// <summary>The graph kept of a network tells the same as the scan that found it.</summary>
public class NetworkGraphsTests
{
    private static readonly CoordinationFindings Found = new CoordinationDetector(
        new MemoryLake(Simulator.Run(new SimulationOptions { Seed = 3, Accounts = 1500, Days = 10 }).Events.Select(ObservableExtractor.Enrich)),
        new CoordinationOptions(), TimeProvider.System).Run(TimeRange.All, null, CancellationToken.None);

    [Fact]
    public void Every_signal_has_one() => Assert.Equal(Found.Signals.Select(signal => signal.Id).Order(), Found.Graphs.Keys.Order());

    [Fact]
    public void Under_the_settings_of_the_scan_its_members_are_those_found() => Assert.All(Found.Signals, signal =>
    {
        var graph = NetworkDocument.Pack(Found.Graphs[signal.Id]).Unpack();
        var members = NetworkMembership.Of(graph, new()).Members;
        Assert.Equal(signal.Members.Select(member => member.Account).Order(), members.Select(node => graph.Accounts[node].Key).Order());
    });

    [Fact]
    public void Bits_and_ties_are_those_of_the_signal() => Assert.All(Found.Signals, signal =>
    {
        var graph = Found.Graphs[signal.Id];
        var membership = NetworkMembership.Of(graph, new());
        Assert.All(signal.Members, (member, i) => Assert.Equal(member.Bits, membership.Bits[i], 0.051));
        var strongest = membership.Ties.Where(tie => membership.Members.Contains(tie.U) && membership.Members.Contains(tie.V)).MaxBy(tie => tie.Bits)!;
        Assert.Equal(signal.Ties[0].Bits, strongest.Bits, 0.051);
    });
}
