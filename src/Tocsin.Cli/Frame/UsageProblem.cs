using System.CommandLine;

namespace Tocsin.Cli.Frame;

/// <summary>A command line that cannot be run, told in three parts.</summary>
internal sealed record UsageProblem(string What, string Where, string Hint)
{
    public static UsageProblem Of(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var path = PathOf(command);
        var unknown = parse.UnmatchedTokens.Count > 0 ? parse.UnmatchedTokens[0] : null;
        return unknown is null
            ? new(Lower(parse.Errors[0].Message), path, $"'{path} --help' shows its options and an example")
            : new($"unknown {Sort(unknown, command)} '{unknown}'", path, Suggest(unknown, command, path));
    }

    private static string Sort(string token, Command command) =>
        token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";

    private static string Suggest(string token, Command command, string path)
    {
        var names = token.StartsWith('-') ? OptionNames(command) : command.Subcommands.Select(c => c.Name);
        var nearest = Spelling.Nearest(token, names);
        return nearest is null ? $"'{path} --help' lists what there is" : $"did you mean '{nearest}'? '{path} --help' lists what there is";
    }

    private static IEnumerable<string> OptionNames(Command command) =>
        command.Options.Concat(GlobalOptions.All).SelectMany(o => o.Aliases.Prepend(o.Name)).Where(n => n.StartsWith("--", StringComparison.Ordinal));

    private static string PathOf(Command command) =>
        command is RootCommand ? "tocsin" : $"{PathOf((Command)command.Parents.First())} {command.Name}";

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');
}

/// <summary>Thrown by a command whose arguments parse but do not make sense together.</summary>
internal sealed class WrongUse(string what, string where, string hint) : Exception(what)
{
    public UsageProblem Problem { get; } = new(what, where, hint);
}
