namespace Tocsin.Cli.Tests.Commands;

public class DemoCommandTests
{
    [Fact]
    public void It_finds_what_was_planted_and_a_second_run_raises_nothing_anew()
    {
        using var folder = new TemporaryFolder();

        var first = Cli.Run("demo", "--no-serve", "--json", "--workspace", folder.Path);

        Assert.Equal(0, first.Exit);
        Assert.Equal(
            "workspace events accounts signals planted found false_networks",
            string.Join(' ', first.Json.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(folder.Path, first.Json.GetProperty("workspace").GetString());
        Assert.InRange(first.Json.GetProperty("events").GetInt32(), 50_000, int.MaxValue);
        Assert.Equal(first.Json.GetProperty("planted").GetInt32(), first.Json.GetProperty("found").GetInt32());
        var ids = Ids(first);
        Assert.NotEmpty(ids);

        var second = Cli.Run("demo", "--no-serve", "--json", "--workspace", folder.Path);
        Assert.Equal(ids, Ids(second));
        Assert.Equal(0, Cli.Run("scan", "--json", "--workspace", folder.Path).Json.GetProperty("new").GetInt32());

        var table = Cli.Run("demo", "--no-serve", "--workspace", folder.Path);
        Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("Where to go next", table.Out);
        Assert.Equal(0, Cli.Run("evaluate", "--labels", folder["labels.csv"], "--workspace", folder.Path).Exit);
    }

    [Fact]
    public void It_never_touches_a_workspace_with_other_data()
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("demo", "--no-serve");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("not the demo's", outcome.Error);
        Assert.Contains("4", workspace.Run("sql", "SELECT count(*) FROM events").Out);
    }

    private static List<string?> Ids(Outcome demo) => [.. demo.Json.GetProperty("signals").EnumerateArray().Select(s => s.GetProperty("id").GetString())];
}
