using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Tocsin.Cli.Frame;

/// <summary>The usual help, laid out for the terminal's width, followed by examples.</summary>
internal sealed class ExampledHelp(IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        new HelpAction { MaxWidth = Terminal.DefaultWidth }.Invoke(parseResult);
        output.WriteLine("Examples:");
        foreach (var example in (parseResult.CommandResult.Command as Verb)?.Examples ?? rootExamples) output.WriteLine("  " + example);
        return ExitCode.Done;
    }
}
