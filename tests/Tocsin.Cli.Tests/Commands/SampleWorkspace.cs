using Tocsin.Casework;
using Tocsin.Cli.Tests.Signals;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Cli.Tests.Commands;

/// <summary>A workspace with three accounts, four events and one signal on two of the accounts.</summary>
internal sealed class SampleWorkspace : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SampleWorkspace()
    {
        using var lake = DuckDbLake.Open(Path);
        lake.Write([.. Events()]);
        var members = new[] { "a00000", "a00001" }.Select(id => new Member(Keys.Of("x", id), "x", id, "user_" + id, Role.Member, 50, 1)).ToList();
        using var casework = CaseworkDatabase.Open(new() { Workspace = Path });
        new SignalStore(casework).SaveScan([Some.Signal() with { Members = members }, Some.Signal() with { Id = "N-OLD00", Active = false, Members = members }]);
        lake.Scores.Replace(
            [new(Keys.Of("x", "a00000"), 12.5, "N-7F3K2"), new(Keys.Of("x", "a00001"), 12.25, "N-7F3K2")]);
    }

    public string Path => folder.Path;

    public string this[string name] => folder[name];

    public Outcome Run(params string[] args) => Cli.Run([.. args, "--workspace", Path]);

    public void Dispose() => folder.Dispose();

    private static IEnumerable<IncomingEvent> Events() => Enumerable.Range(0, 4).Select(i => new IncomingEvent(
        new() { Platform = "x", Id = $"e{i}", AccountId = $"a0000{i % 3}", Time = Some.Day.AddHours(i), Text = $"Text, \"number\" {i}" },
        new() { Platform = "x", Id = $"a0000{i % 3}", Handle = $"user_a0000{i % 3}" },
        [new(ObservableKind.Hashtag, "tocsin")]));
}
