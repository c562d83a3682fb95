using System.CommandLine;

namespace Tocsin.Cli.Frame;

/// <summary>A command of <c>tocsin</c>: what it does in a sentence, and examples, which its help ends with.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Sets what the command does; <paramref name="run"/> returns one of <see cref="ExitCode"/>.</summary>
    public Verb Does(Func<Invocation, int> run)
    {
        SetAction(parse => run(((CommandLine.Configuration)parse.InvocationConfiguration).Invocation(parse)));
        return this;
    }
}
