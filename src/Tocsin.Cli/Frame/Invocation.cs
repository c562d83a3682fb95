using System.CommandLine;

namespace Tocsin.Cli.Frame;

/// <summary>One run of one command: its arguments, where it writes, and whether it was asked to stop.</summary>
internal sealed class Invocation(ParseResult parse, Terminal terminal, CancellationToken cancel)
{
    private const string DefaultWorkspace = "tocsin-data";

    public Terminal Terminal => terminal;

    public TextWriter Out => terminal.Out;

    public CancellationToken Cancel => cancel;

    public bool Json => parse.GetValue(GlobalOptions.Json);

    public bool Quiet => parse.GetValue(GlobalOptions.Quiet);

    /// <summary>What <c>--workspace</c> names, or null.</summary>
    public string? FlaggedWorkspace => parse.GetValue(GlobalOptions.Workspace);

    /// <summary>The folder of events and signals, as a full path.</summary>
    public string Workspace => Path.GetFullPath(
        FlaggedWorkspace ?? (Environment.GetEnvironmentVariable("TOCSIN_WORKSPACE") is { Length: > 0 } named ? named : DefaultWorkspace));

    /// <summary>Connection string of a PostgreSQL for signals; null keeps them in the workspace.</summary>
    public string? Casework =>
        parse.GetValue(GlobalOptions.Casework) ?? (Environment.GetEnvironmentVariable("TOCSIN_CASEWORK") is { Length: > 0 } named ? named : null);

    /// <summary>What to append to a command that is suggested, so that it finds the same workspace.</summary>
    public string WorkspaceFlag => FlaggedWorkspace is { } named ? $" --workspace {Quoted(named)}" : "";

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    /// <summary>Arguments are checked for presence when the line is parsed; a list without values is empty.</summary>
    public T Get<T>(Argument<T> argument) => parse.GetValue(argument)!;

    public void WriteJson<T>(T value) => Out.WriteLine(JsonOutput.Of(value));

    /// <summary>Advice and summaries for people: to standard error, and not at all with <c>--quiet</c> or <c>--json</c>.</summary>
    public void Say(string line)
    {
        if (!Quiet && !Json) terminal.Error.WriteLine(line);
    }

    /// <summary>A progress line for a long job; draws nothing unless a person watches.</summary>
    public ProgressLine Progress(string job) =>
        new(terminal.Live && !Quiet ? terminal.Error : TextWriter.Null, job, terminal.Width, TimeProvider.System);

    private static string Quoted(string path) => path.Contains(' ') ? $"'{path}'" : path;
}
