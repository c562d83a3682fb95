using System.CommandLine;
using System.CommandLine.Help;

namespace Tocsin.Cli.Frame;

/// <summary>Parses a command line, runs the command it names, and turns what goes wrong into messages and exit codes.</summary>
internal static class CommandLine
{
    private const string Description =
        "Tocsin reads what accounts do on a platform, finds those that act as one, and explains each finding.";

    private static readonly string[] Examples =
    [
        "tocsin demo                       simulate a platform and find what was planted in it",
        "tocsin analyze posts.jsonl.gz     import your own data, scan it, print the ranked signals",
        "tocsin signals show N-7F3K2       why a signal was raised, and what would make it innocent",
    ];

    public static int Run(IReadOnlyList<Verb> commands, string[] args, Terminal terminal, CancellationToken cancel)
    {
        var root = Root(commands);
        var parse = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var failures = new Failures(terminal, parse.GetValue(GlobalOptions.Verbose));
        try
        {
            return parse.Errors.Count > 0 && parse.Action is not HelpAction and not ExampledHelp
                ? failures.Report(UsageProblem.Of(parse))
                : parse.Invoke(new Configuration(terminal, cancel));
        }
        catch (Exception e)
        {
            return failures.Report(e);
        }
        finally
        {
            terminal.Out.Flush();
        }
    }

    internal static RootCommand Root(IReadOnlyList<Verb> commands)
    {
        var root = new RootCommand(Description);
        foreach (var option in GlobalOptions.All) root.Add(option);
        foreach (var command in commands) root.Add(command);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new ExampledHelp(Examples);
        return root;
    }

    /// <summary>Hands the terminal and the cancellation token to the command.</summary>
    internal sealed class Configuration : InvocationConfiguration
    {
        private readonly Terminal terminal;
        private readonly CancellationToken cancel;

        public Configuration(Terminal terminal, CancellationToken cancel)
        {
            (this.terminal, this.cancel) = (terminal, cancel);
            (Output, Error) = (terminal.Out, terminal.Error);
            EnableDefaultExceptionHandler = false;
            ProcessTerminationTimeout = null;
        }

        public Invocation Invocation(ParseResult parse) => new(parse, terminal, cancel);
    }
}
