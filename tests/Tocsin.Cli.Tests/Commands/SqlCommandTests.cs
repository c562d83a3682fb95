namespace Tocsin.Cli.Tests.Commands;

public class SqlCommandTests
{
    [Fact]
    public void Rows_are_printed_as_a_table()
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("sql", "SELECT count(*) AS n, 'é' AS letter FROM events");

        Assert.Equal(0, outcome.Exit);
        Assert.Matches(@"^\s+n\s+letter\r?\n\s+4\s+é", outcome.Out);
    }

    [Fact]
    public void Csv_is_quoted_where_it_must_be()
    {
        using var workspace = new SampleWorkspace();

        Assert.Equal(
            "a,b\n\"x,\"\"y\"\"\",\n",
            workspace.Run("sql", "SELECT 'x,\"y\"' AS a, NULL AS b", "--csv").Out);
    }

    [Fact]
    public void Json_keeps_types_and_tells_columns_of_one_name_apart()
    {
        using var workspace = new SampleWorkspace();

        var row = workspace.Run("sql", "SELECT 1 AS n, 2.5 AS n, true AS t, [1, 2] AS list, TIMESTAMPTZ '2026-03-02 10:00:00+00' AS time, NULL AS nothing", "--json").Json[0];

        Assert.Equal(1, row.GetProperty("n").GetInt32());
        Assert.Equal(2.5, row.GetProperty("n_2").GetDouble());
        Assert.True(row.GetProperty("t").GetBoolean());
        Assert.Equal(2, row.GetProperty("list").GetArrayLength());
        Assert.Equal("2026-03-02T10:00:00Z", row.GetProperty("time").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, row.GetProperty("nothing").ValueKind);
    }

    [Fact]
    public void No_rows_are_an_empty_array()
    {
        using var workspace = new SampleWorkspace();

        Assert.Equal(0, workspace.Run("sql", "SELECT 1 WHERE false", "--json").Json.GetArrayLength());
    }

    [Theory]
    [InlineData("DELETE FROM events")]
    [InlineData("COPY events TO 'stolen.csv'")]
    [InlineData("SELEC 1")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    public void What_does_not_read_the_lake_fails_and_changes_nothing(string sql)
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("sql", sql);

        Assert.Equal(1, outcome.Exit);
        Assert.Empty(outcome.Out);
        Assert.StartsWith("error: ", outcome.Error);
        Assert.Contains("4", workspace.Run("sql", "SELECT count(*) FROM events").Out);
    }

    [Fact]
    public void Two_output_forms_at_once_are_wrong_use()
    {
        using var workspace = new SampleWorkspace();

        Assert.Equal(2, workspace.Run("sql", "SELECT 1", "--csv", "--json").Exit);
    }

    [Fact]
    public void Without_a_workspace_it_fails_with_advice_and_makes_none()
    {
        using var folder = new TemporaryFolder();

        var outcome = Cli.Run("sql", "SELECT 1", "--workspace", folder["none"]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("tocsin import", outcome.Error);
        Assert.False(Directory.Exists(folder["none"]));
    }
}
