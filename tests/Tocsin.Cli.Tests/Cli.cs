using System.Diagnostics;
using System.Text.Json;
using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Tests;

/// <summary>What one run of the command came to.</summary>
internal sealed record Outcome(int Exit, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;
}

/// <summary>Runs the real command, in this process or in one of its own.</summary>
internal static class Cli
{
    public static Outcome Run(params string[] args) => Run(100, args);

    public static Outcome Run(int width, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = Program.Run(args, new Terminal(output, error, width), TestContext.Current.CancellationToken);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>As a process of its own, with its streams redirected as in a script.</summary>
    public static Outcome RunProcess(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tocsin.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Finish(start);
    }

    public static Outcome Finish(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tocsin-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
