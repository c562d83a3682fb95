namespace Tocsin.Cli.Tests.Commands;

public class ImportCommandTests
{
    private const string Good = """{"id":"1","account":"a","ts":"2026-03-02T10:00Z","text":"hello","is_repost":false,"hashtags":["x"],"urls":[]}""";

    private static string Posts(TemporaryFolder folder, params string[] lines)
    {
        File.WriteAllLines(folder["posts.jsonl"], lines);
        return folder["posts.jsonl"];
    }

    private static string Second => Good.Replace("\"id\":\"1\"", "\"id\":\"2\"");

    [Fact]
    public void Json_has_exactly_the_keys_scripts_rely_on()
    {
        using var folder = new TemporaryFolder();

        var outcome = Cli.Run("import", Posts(folder, Good, Second), "--workspace", folder["w"], "--json");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal("read imported duplicates rejected", string.Join(' ', outcome.Json.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(2, outcome.Json.GetProperty("imported").GetInt32());
    }

    [Fact]
    public void The_same_file_again_adds_nothing()
    {
        using var folder = new TemporaryFolder();
        var posts = Posts(folder, Good, Second);
        Cli.Run("import", posts, "--workspace", folder["w"]);

        var again = Cli.Run("import", posts, "--workspace", folder["w"], "--json").Json;

        Assert.Equal(0, again.GetProperty("imported").GetInt32());
        Assert.Equal(2, again.GetProperty("duplicates").GetInt32());
    }

    [Fact]
    public void Rejected_rows_are_counted_kept_and_shown_and_exit_with_3()
    {
        using var folder = new TemporaryFolder();

        var outcome = Cli.Run("import", Posts(folder, Good, "{broken", Second), "--workspace", folder["w"]);

        Assert.Equal(3, outcome.Exit);
        Assert.Contains("tocsin import --show-rejects", outcome.Error);
        var reject = Assert.Single(Cli.Run("import", "--show-rejects", "--workspace", folder["w"], "--json").Json.EnumerateArray());
        Assert.Equal(2, reject.GetProperty("line").GetInt32());
        Assert.Equal("{broken", reject.GetProperty("raw").GetString());
        Assert.Contains("{broken", Cli.Run("import", "--show-rejects", "--workspace", folder["w"]).Out);
    }

    [Fact]
    public void An_unknown_source_gets_a_map_suggested_that_then_works()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["odd.csv"], "user_name,created_at,message\nann,2026-03-02T10:00:00Z,hello\nbob,2026-03-02T10:01:00Z,hi\n");

        var refused = Cli.Run("import", folder["odd.csv"], "--workspace", folder["w"]);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("--map map.yaml", refused.Error);

        var map = refused.Error[refused.Error.IndexOf("\n\n", StringComparison.Ordinal)..];
        File.WriteAllText(folder["map.yaml"], map);
        Assert.Equal(2, Cli.Run("import", folder["odd.csv"], "--map", folder["map.yaml"], "--workspace", folder["w"], "--json").Json.GetProperty("imported").GetInt32());
    }

    [Theory]
    [InlineData(1, "import", "/no/such/file.jsonl")]
    [InlineData(1, "import", "posts.jsonl", "--map", "/no/such/map.yaml")]
    [InlineData(2, "import")]
    public void What_cannot_be_imported_is_told_in_three_parts(int exit, params string[] args)
    {
        using var folder = new TemporaryFolder();

        var outcome = Cli.Run([.. args, "--workspace", folder["w"]]);

        Assert.Equal(exit, outcome.Exit);
        Assert.Empty(outcome.Out);
        Assert.Contains("  where: ", outcome.Error);
        Assert.Contains("  hint:  ", outcome.Error);
    }
}
