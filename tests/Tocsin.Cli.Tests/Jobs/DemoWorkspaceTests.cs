using Tocsin.Casework;
using Tocsin.Cli.Commands;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;
using Tocsin.Cli.Tests.Signals;
using Tocsin.Core.Simulation;

namespace Tocsin.Cli.Tests.Jobs;

public sealed class DemoWorkspaceTests : IDisposable
{
    private static readonly SimulatedPlatform Platform = Simulator.Run(new() { Accounts = SimulationOptions.FewestAccounts, Days = SimulationOptions.FewestDays });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_world_begins_without_the_signals_of_the_last_and_with_its_people()
    {
        using (var first = Prepare(seed: 1))
        {
            first.Signals.SaveScan([Some.Signal()]);
            using var context = first.Casework.Connect();
            context.Users.Add(new TocsinUser { UserName = "ana" });
            context.SaveChanges();
        }
        using (var same = Prepare(seed: 1)) Assert.Equal(1, same.Signals.Count());
        using var other = Prepare(seed: 2);
        Assert.Equal(0, other.Signals.Count());
        Assert.Equal(Platform.Events.Count, other.Lake.Summarise().Events);
        using var people = other.Casework.Connect();
        Assert.Equal("ana", Assert.Single(people.Users.ToList()).UserName);
    }

    private Workspace Prepare(ulong seed)
    {
        var parse = CommandLine.Root(CommandList.All()).Parse([]);
        return DemoWorkspace.Prepare(new(parse, new Terminal(TextWriter.Null, TextWriter.Null, 80), default), _folder.Path, seed, Platform);
    }
}
