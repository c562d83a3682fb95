namespace Tocsin.Cli.Tests;

public class ProcessTests
{
    [Fact]
    public void Redirected_output_carries_no_escape_sequences_whatever_the_terminal()
    {
        var outcome = Cli.RunProcess(new Dictionary<string, string> { ["TERM"] = "xterm-256color" }, "doctor");

        Assert.Contains(".NET", outcome.Out);
        Assert.DoesNotContain('\u001b', outcome.Out + outcome.Error);
    }

    [Fact]
    public void The_exit_code_reaches_the_shell() =>
        Assert.Equal(2, Cli.RunProcess(new Dictionary<string, string>(), "docter").Exit);

    [Fact]
    public void The_workspace_comes_from_the_environment_unless_named()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["TOCSIN_WORKSPACE"] = folder["a"] };

        Assert.Equal(folder["a"], Cli.RunProcess(environment, "doctor", "--json").Json.GetProperty("workspace").GetString());
        Assert.Equal(folder["b"], Cli.RunProcess(environment, "doctor", "--json", "--workspace", folder["b"]).Json.GetProperty("workspace").GetString());
    }
}
