namespace Tocsin.Cli.Tests.Commands;

public class ScanCommandTests
{
    [Fact]
    public void Json_has_exactly_the_keys_scripts_rely_on()
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run("scan", "--json");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal("signals new updated seconds", string.Join(' ', outcome.Json.EnumerateObject().Select(p => p.Name)));
    }

    [Theory]
    [InlineData("--from", "yesterday-ish")]
    [InlineData("--from", "2026-03-03", "--to", "2026-03-02")]
    public void A_range_that_cannot_be_is_wrong_use(params string[] range)
    {
        using var workspace = new SampleWorkspace();

        var outcome = workspace.Run(["scan", .. range]);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("  hint:  ", outcome.Error);
    }

    [Fact]
    public void Without_a_workspace_it_fails_with_advice()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("tocsin import", Cli.Run("scan", "--workspace", folder["none"]).Error);
    }
}
