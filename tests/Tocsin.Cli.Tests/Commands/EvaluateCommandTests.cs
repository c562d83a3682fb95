namespace Tocsin.Cli.Tests.Commands;

public class EvaluateCommandTests
{
    private const string Truth = "account,label,subtype\na00000,io,troll\na00001,organic,fan\na00002,organic,voter\n";

    [Fact]
    public void Json_has_the_keys_scripts_rely_on()
    {
        using var workspace = new SampleWorkspace();
        File.WriteAllText(workspace["labels.csv"], Truth);

        var report = workspace.Run("evaluate", "--labels", workspace["labels.csv"], "--json").Json;

        Assert.Equal(3, report.GetProperty("accounts").GetInt32());
        Assert.Equal(1, report.GetProperty("positives").GetInt32());
        Assert.Equal(1, report.GetProperty("average_precision").GetDouble());
        Assert.Equal(1, report.GetProperty("auc").GetDouble());
        Assert.Equal(1, report.GetProperty("best_f1").GetDouble());
        Assert.All(["25", "50", "100"], k => Assert.Equal(1.0 / 3, report.GetProperty("precision_at").GetProperty(k).GetDouble(), 9));
        Assert.Equal(1, report.GetProperty("by_subtype").GetProperty("troll").GetProperty("accounts").GetInt32());
        Assert.Equal(0.5, report.GetProperty("group_purity").GetDouble());
        Assert.Equal(1, report.GetProperty("controls").GetProperty("fan").GetProperty("in_networks").GetInt32());
    }

    [Fact]
    public void People_get_the_same_as_tables()
    {
        using var workspace = new SampleWorkspace();
        File.WriteAllText(workspace["labels.csv"], Truth);

        var outcome = workspace.Run("evaluate", "--labels", workspace["labels.csv"]);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("average precision  1.000", outcome.Out);
        Assert.Contains("N-7F3K2", outcome.Out);
    }

    [Fact]
    public void Scores_of_another_tool_are_judged_in_the_same_way()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["labels.csv"], Truth);
        File.WriteAllText(folder["scores.csv"], "account,score\na00002,9\na00000,5\n");

        var report = Cli.Run("evaluate", "--labels", folder["labels.csv"], "--scores", folder["scores.csv"], "--json").Json;

        Assert.Equal(0.5, report.GetProperty("average_precision").GetDouble());
    }

    [Theory]
    [InlineData("account,what\na,b\n", "label")]
    [InlineData("", "empty")]
    [InlineData("account,label\na00000,organic\n", "io")]
    public void Labels_that_cannot_be_used_are_told_in_three_parts(string labels, string what)
    {
        using var workspace = new SampleWorkspace();
        File.WriteAllText(workspace["labels.csv"], labels);

        var outcome = workspace.Run("evaluate", "--labels", workspace["labels.csv"]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(what, outcome.Error);
        Assert.Contains("  where: ", outcome.Error);
        Assert.Contains("  hint:  ", outcome.Error);
    }

    [Fact]
    public void A_missing_file_and_a_missing_option_are_told_apart()
    {
        Assert.Equal(1, Cli.Run("evaluate", "--labels", "/no/such/file.csv").Exit);
        Assert.Equal(2, Cli.Run("evaluate").Exit);
    }
}
