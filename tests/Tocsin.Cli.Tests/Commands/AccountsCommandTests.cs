namespace Tocsin.Cli.Tests.Commands;

public class AccountsCommandTests
{
    [Fact]
    public void Scores_have_a_row_for_every_account_with_the_network_it_belongs_to()
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("accounts", "--scores", workspace["scores.csv"]);

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(
            ["account,score,group", "a00000,12.5,N-7F3K2", "a00001,12.25,N-7F3K2", "a00002,0,"],
            File.ReadAllLines(workspace["scores.csv"]));
        Assert.StartsWith("account,score,group\n", workspace.Run("accounts", "--scores", "-").Out);
    }

    [Fact]
    public void The_list_starts_with_the_most_conspicuous()
    {
        using var workspace = new SampleWorkspace();

        var rows = workspace.Run("accounts", "--json", "--most", "2").Json;

        Assert.Equal(2, rows.GetArrayLength());
        Assert.Equal("a00000", rows[0].GetProperty("account").GetString());
        Assert.Equal(2, rows[0].GetProperty("events").GetInt32());
        Assert.Contains("N-7F3K2", workspace.Run("accounts").Out);
    }

    [Theory]
    [InlineData("a00001")]
    [InlineData("@user_a00001")]
    public void Show_finds_an_account_by_id_or_handle(string name)
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("accounts", "show", name);

        Assert.Contains("a00001 on x", outcome.Out);
        Assert.Contains("N-7F3K2", outcome.Out);
        Assert.Equal(1, workspace.Run("accounts", "show", "nobody").Exit);
    }
}
