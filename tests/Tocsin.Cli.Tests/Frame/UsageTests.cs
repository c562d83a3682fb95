namespace Tocsin.Cli.Tests.Frame;

public class UsageTests
{
    [Theory]
    [InlineData("docter", "unknown command 'docter'", "did you mean 'doctor'?")]
    [InlineData("doctor --jsn", "unknown option '--jsn'", "did you mean '--json'?")]
    [InlineData("doctor --work", "unknown option '--work'", "did you mean '--workspace'?")]
    [InlineData("doctor now", "unknown argument 'now'", "'tocsin doctor --help'")]
    [InlineData("doctor --workspace", "required argument missing", "'tocsin doctor --help'")]
    public void Wrong_use_is_told_in_three_parts_on_standard_error(string line, string what, string hint)
    {
        var outcome = Cli.Run(line.Split(' '));

        Assert.Equal(2, outcome.Exit);
        Assert.Empty(outcome.Out);
        var lines = outcome.Error.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("error: ", lines[0]);
        Assert.Contains(what, lines[0]);
        Assert.StartsWith("  where: tocsin", lines[1]);
        Assert.StartsWith("  hint:  ", lines[2]);
        Assert.Contains(hint, lines[2]);
    }

    [Fact]
    public void A_word_that_resembles_nothing_gets_no_suggestion() =>
        Assert.DoesNotContain("did you mean", Cli.Run("xyzzyplugh").Error);

    [Fact]
    public void The_version_is_a_bare_number() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\r?\n$", Cli.Run("--version").Out);
}
