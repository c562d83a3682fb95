using Tocsin.Core.Detection;
using Tocsin.Core.Detection.Coordination;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Simulation;
using Tocsin.Core.Tests.Detection.Coordination;

namespace Tocsin.Core.Tests.Detection;

/// <summary>What the catalog says of the detectors is so.</summary>
public class DetectorCatalogTests(DetectorCatalogTests.Scanned scanned) : IClassFixture<DetectorCatalogTests.Scanned>
{
    [Fact]
    public void Every_example_happens_in_the_simulated_world_and_every_happening_is_an_example()
    {
        var planted = scanned.Platform.Truth.Operations.Where(o => o.OpenToDetection).Select(o => (o.Kind, true))
            .Concat(scanned.Platform.Truth.Groups.Select(g => (g.Kind, false)));
        Assert.Equal(planted.Distinct().Order(), Coordination.Examples.Select(e => (e.Kind, e.Found)).Order());
    }

    [Fact]
    public void Every_example_that_must_be_found_is_found_and_ranks_above_those_that_must_not()
    {
        var lowest = 0;
        foreach (var operation in scanned.Platform.Truth.Operations.Where(o => o.OpenToDetection))
        {
            var rank = Rank([.. operation.Accounts.Select(a => a.Key)]);
            Assert.True(rank >= 0, $"{operation.Id} is not found");
            lowest = Math.Max(lowest, rank);
        }
        foreach (var group in scanned.Platform.Truth.Groups)
        {
            var rank = Rank([.. group.Accounts.Select(a => a.Key)]);
            Assert.True(rank < 0 || rank > lowest, $"{group.Id} ranks {rank}");
        }
    }

    [Fact]
    public void Signals_use_only_the_explanations_and_techniques_that_are_described()
    {
        Assert.NotEmpty(scanned.Signals);
        var benign = Coordination.Benign.Select(b => b.Name).Order().ToArray();
        Assert.All(scanned.Signals, signal =>
        {
            Assert.Equal(Coordination.Name, signal.Detector);
            Assert.Equal(benign, signal.Benign.Select(b => b.Name).Order());
            Assert.Subset(Coordination.Techniques.ToHashSet(), signal.Ttps.ToHashSet());
        });
    }

    [Fact]
    public void Parameters_and_windows_are_those_in_force()
    {
        var options = new CoordinationOptions();
        Assert.Equal(options.Traces.SelectMany(t => t.Windows), Coordination.Traces.SelectMany(t => t.Windows));
        Assert.Equal("1 %", Coordination.Parameters.Single(p => p.Name == "false_discovery_rate").Value);
        Assert.Equal($"{options.MinMembers}", Coordination.Parameters.Single(p => p.Name == "min_members").Value);
    }

    private static DetectorDescription Coordination => DetectorCatalog.Find(CoordinationDetector.Name)!;

    private int Rank(HashSet<ulong> group)
    {
        for (var rank = 0; rank < scanned.Signals.Count; rank++)
        {
            var members = scanned.Signals[rank].Members;
            if (2 * members.Count(member => group.Contains(member.Account)) >= members.Count) return rank;
        }
        return -1;
    }

    public sealed class Scanned
    {
        public Scanned()
        {
            Platform = Simulator.Run(new SimulationOptions { Seed = 7 });
            var lake = new MemoryLake(Platform.Events.Select(ObservableExtractor.Enrich));
            var store = new MemorySignals();
            Signals = new Scan(lake, store, store, TimeProvider.System).Run(new ScanOptions()).Signals;
        }

        public SimulatedPlatform Platform { get; }

        public IReadOnlyList<Signal> Signals { get; }
    }
}
