namespace Tocsin.Cli.Tests.Commands;

public class DoctorCommandTests
{
    [Fact]
    public void It_finds_the_runtime_and_makes_no_workspace()
    {
        using var folder = new TemporaryFolder();

        var outcome = Cli.Run("doctor", "--workspace", folder["new"]);

        Assert.Contains(".NET 10", outcome.Out);
        Assert.False(Directory.Exists(folder["new"]));
    }

    [Fact]
    public void It_says_what_the_workspace_holds()
    {
        using var workspace = new SampleWorkspace();

        Assert.Contains("4 events of 3 accounts, 2 signals", workspace.Run("doctor").Out);
    }

    [Fact]
    public void A_workspace_that_is_not_one_is_found()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["lake.duckdb"], new string('x', 5000));

        var outcome = Cli.Run("doctor", "--workspace", folder.Path);

        Assert.Equal(1, outcome.Exit);
        Assert.Matches("MISSING  workspace", outcome.Out);
    }

    [Fact]
    public void A_file_where_the_workspace_should_be_is_found_and_fails()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");

        var outcome = Cli.Run("doctor", "--workspace", folder["file"], "--json");

        Assert.Equal(1, outcome.Exit);
        Assert.False(outcome.Json.GetProperty("ok").GetBoolean());
        var check = outcome.Json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "workspace");
        Assert.NotNull(check.GetProperty("remedy").GetString());
    }
}
