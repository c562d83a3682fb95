using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Tests.Commands;

public sealed class CoactionsCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pair_semantics_answers_in_json()
    {
        var run = Cli.Run("coactions", Shares(), "--window", "60", "--json");
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal((2, 35, 2, 1, 2), (run.Json.GetProperty("pairs").GetInt32(), run.Json.GetProperty("sum_time_delta").GetInt32(),
            run.Json.GetProperty("accounts").GetInt32(), run.Json.GetProperty("edges").GetInt32(), run.Json.GetProperty("max_weight").GetInt32()));
        Assert.True(run.Json.GetProperty("seconds").GetProperty("read").GetDouble() > 0);
        Assert.True(run.Json.GetProperty("seconds").GetProperty("compute").GetDouble() >= 0);
        Assert.True(run.Json.GetProperty("peak_mb").GetInt32() > 0);
    }

    [Fact]
    public void Message_semantics_answers_in_json()
    {
        var json = Cli.Run("coactions", Shares(), "--window", "60", "--semantics", "message", "--json").Json;
        Assert.Equal((6, 8, 2, 4, 3), (json.GetProperty("edges_weight_1").GetInt32(), json.GetProperty("sum_weight_1").GetInt32(),
            json.GetProperty("edges_weight_2").GetInt32(), json.GetProperty("sum_weight_2").GetInt32(), json.GetProperty("undirected_pairs").GetInt32()));
    }

    [Fact]
    public void Edges_and_gexf_are_written_where_asked()
    {
        var run = Cli.Run("coactions", Shares(), "--window", "60", "--edges", folder["e.csv"], "--gexf", folder["e.gexf"]);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("pairs of shares", run.Out);
        Assert.Equal("ann,bob,2,17.5,2,2,1,0", File.ReadAllLines(folder["e.csv"])[1]);
        Assert.Contains("<gexf", File.ReadAllText(folder["e.gexf"]));
    }

    [Fact]
    public void Rejected_rows_are_said_and_give_exit_code_3()
    {
        var run = Cli.Run("coactions", Shares("o1,eve,c9,soon\n"), "--window", "60");
        Assert.Equal(ExitCode.SomeRejected, run.Exit);
        Assert.Contains("1 rejected", run.Out);
    }

    [Fact]
    public void An_unknown_kind_is_an_error_in_three_parts()
    {
        var run = Cli.Run("coactions", Shares(), "--kind", "url");
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Empty(run.Out);
        Assert.Contains("no objects of kind 'url'", run.Error);
        Assert.Contains("hint:", run.Error);
    }

    [Theory]
    [InlineData("--window", "-1")]
    [InlineData("--window", "NaN")]
    [InlineData("--min-participation", "0")]
    public void Impossible_numbers_are_wrong_use(string option, string value)
    {
        var run = Cli.Run("coactions", Shares(), option, value);
        Assert.Equal(ExitCode.WrongUse, run.Exit);
        Assert.Contains(option, run.Error);
    }

    private string Shares(string more = "")
    {
        File.WriteAllText(folder["shares.csv"], "object_id,account_id,content_id,timestamp_share\n" +
            "o1,ann,c1,100\no1,bob,c2,105\no2,ann,c3,200\no2,bob,c4,230\no2,cyd,c5,260\n" + more);
        return folder["shares.csv"];
    }
}
