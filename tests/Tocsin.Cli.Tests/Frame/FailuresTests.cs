using Tocsin.Cli.Frame;
using Tocsin.Core;

namespace Tocsin.Cli.Tests.Frame;

public class FailuresTests
{
    private static (int Exit, string Out, string Error) Fail(Exception e, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var verb = new Verb("fail", "Fails as told.", "tocsin fail").Does(_ => throw e);
        var exit = CommandLine.Run([verb], ["fail", .. more], new Terminal(output, error), CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }

    [Fact]
    public void A_problem_is_printed_in_three_parts_and_exits_with_1()
    {
        var (exit, output, error) = Fail(new Problem("no such file", "a.jsonl", "check the path"));

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Equal("error: no such file\n  where: a.jsonl\n  hint:  check the path\n", error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_unexpected_error_shows_its_trace_only_when_asked()
    {
        var brief = Fail(new InvalidOperationException("odd\nsecond line"));
        var full = Fail(new InvalidOperationException("odd"), "--verbose");

        Assert.Equal(1, brief.Exit);
        Assert.StartsWith("error: odd", brief.Error);
        Assert.Contains("--verbose", brief.Error);
        Assert.DoesNotContain("   at ", brief.Error);
        Assert.Contains("   at ", full.Error);
    }

    [Fact]
    public void Wrong_use_found_by_a_command_exits_with_2() =>
        Assert.Equal(2, Fail(new WrongUse("--from is after --to", "tocsin fail", "swap them")).Exit);

    [Fact]
    public void Being_stopped_is_no_error_and_exits_with_130()
    {
        var (exit, _, error) = Fail(new OperationCanceledException());

        Assert.Equal(130, exit);
        Assert.Equal("cancelled", error.Trim());
    }
}
