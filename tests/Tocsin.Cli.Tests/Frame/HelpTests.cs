using Tocsin.Cli.Commands;

namespace Tocsin.Cli.Tests.Frame;

public class HelpTests
{
    public static TheoryData<string> Commands => [.. CommandList.All().SelectMany(Paths)];

    private static IEnumerable<string> Paths(System.CommandLine.Command command) =>
        command.Subcommands.SelectMany(Paths).Select(path => $"{command.Name} {path}").Prepend(command.Name);

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_has_a_description_and_an_example_of_itself(string command)
    {
        var help = Cli.Run([.. command.Split(' '), "--help"]);

        Assert.Equal(0, help.Exit);
        Assert.Empty(help.Error);
        Assert.Matches(@"Description:\n  \S.{15,}", help.Out);
        Assert.Contains($"tocsin {command}", help.Out[help.Out.IndexOf("Examples:", StringComparison.Ordinal)..]);
    }

    [Theory, MemberData(nameof(Commands))]
    public void Help_fits_in_100_columns(string command) =>
        Assert.All(Cli.Run([.. command.Split(' '), "--help"]).Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));

    [Fact]
    public void Examples_in_help_are_command_lines_that_parse()
    {
        var examples = CommandList.All().SelectMany(Verbs).SelectMany(v => v.Examples).Select(WithoutRedirection).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(Parse(example)));
    }

    [Fact]
    public void Without_a_command_the_overview_is_printed()
    {
        var bare = Cli.Run();

        Assert.Equal(0, bare.Exit);
        Assert.All(CommandList.All(), command => Assert.Contains($"\n  {command.Name} ", bare.Out));
    }

    private static IEnumerable<Tocsin.Cli.Frame.Verb> Verbs(System.CommandLine.Command command) =>
        command.Subcommands.SelectMany(Verbs).Concat(command is Tocsin.Cli.Frame.Verb verb ? [verb] : []);

    private static string WithoutRedirection(string example) => example.Split(" > ")[0];

    private static IEnumerable<string> Parse(string example) =>
        Tocsin.Cli.Frame.CommandLine.Root(CommandList.All())
            .Parse(System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example).Skip(1).ToArray())
            .Errors.Select(e => e.Message);
}
