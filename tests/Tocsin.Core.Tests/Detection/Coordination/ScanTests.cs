using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Simulation;

namespace Tocsin.Core.Tests.Detection.Coordination;

/// <summary>The whole method on simulated platforms: what is planted is found, what is innocent ranks below.</summary>
public class ScanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void Every_open_operation_is_found_and_nothing_innocent_ranks_above_one(int seed)
    {
        var platform = Simulator.Run(new SimulationOptions { Seed = (ulong)seed });
        var (result, _) = Run(platform.Events);
        var operations = platform.Truth.Operations.Where(operation => operation.OpenToDetection).ToArray();
        var ranks = operations.Select(operation => Rank(result.Signals, [.. operation.Accounts.Select(account => account.Key)])).ToArray();
        Assert.DoesNotContain(-1, ranks);
        foreach (var group in platform.Truth.Groups)
        {
            var rank = Rank(result.Signals, [.. group.Accounts.Select(account => account.Key)]);
            if (rank >= 0) Assert.True(rank > ranks.Max(), $"{group.Id} ranks {rank}, above an operation at {ranks.Max()}");
        }
    }

    [Fact]
    public void A_second_scan_of_the_same_events_changes_nothing()
    {
        var events = Simulator.Run(new SimulationOptions { Seed = 3, Accounts = 1500, Days = 10 }).Events;
        var (_, store) = Run(events);
        var again = new Scan(LakeOf(events), store, store, TimeProvider.System).Run(new ScanOptions());
        Assert.Equal((0, 0), (again.New, again.Updated));
    }

    [Fact]
    public void The_graph_of_every_network_is_kept_and_only_drawn_again_when_it_changed()
    {
        var events = Simulator.Run(new SimulationOptions { Seed = 3, Accounts = 1500, Days = 10 }).Events;
        var (store, networks) = (new MemorySignals(), new MemoryNetworks());
        _ = new Scan(LakeOf(events), store, store, TimeProvider.System, networks).Run(new ScanOptions());
        Assert.All(store.LoadSignals(), signal =>
            Assert.Equal(signal.Members.Select(member => member.Account), networks.Find(signal.Id)!.Unpack().Accounts.Where(account => account.IsMember).Select(account => account.Key)));
        Assert.Equal(store.LoadSignals().Count, networks.Saved);
        _ = new Scan(LakeOf(events), store, store, TimeProvider.System, networks).Run(new ScanOptions());
        Assert.Equal(store.LoadSignals().Count, networks.Saved);
    }

    [Fact]
    public void Every_signal_explains_itself()
    {
        var (result, _) = Run(Simulator.Run(new SimulationOptions { Seed = 2 }).Events);
        Assert.All(result.Signals, signal =>
        {
            Assert.Equal(1, signal.Reasons.Sum(reason => reason.Share), 6);
            Assert.Equal(5, signal.Benign.Count);
            Assert.NotEmpty(signal.Evidence);
            Assert.All(signal.Evidence, evidence => Assert.Matches("^[0-9a-f]{64}$", evidence.Sha256));
            Assert.Matches(@"^\d+ accounts .+\.$", signal.Claim);
            Assert.True(signal.Members.Count >= 3);
            Assert.InRange(signal.Score, 0, 100);
        });
    }

    [Fact]
    public void An_empty_lake_yields_no_signal()
    {
        var (result, store) = Run([]);
        Assert.Empty(result.Signals);
        Assert.Empty(store.Load());
    }

    /// <summary>Rank of the first signal at least half of whose members are of the group; −1 when there is none.</summary>
    private static int Rank(IReadOnlyList<Signal> signals, HashSet<ulong> group)
    {
        for (var rank = 0; rank < signals.Count; rank++)
        {
            var members = signals[rank].Members;
            if (2 * members.Count(member => group.Contains(member.Account)) >= members.Count) return rank;
        }
        return -1;
    }

    private static (ScanResult Result, MemorySignals Store) Run(IEnumerable<IncomingEvent> events)
    {
        var store = new MemorySignals();
        return (new Scan(LakeOf(events), store, store, TimeProvider.System).Run(new ScanOptions()), store);
    }

    private static MemoryLake LakeOf(IEnumerable<IncomingEvent> events) => new(events.Select(ObservableExtractor.Enrich));
}
