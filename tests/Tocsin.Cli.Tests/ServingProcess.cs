using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Tocsin.Cli.Tests;

/// <summary>The command in a process of its own while it serves; ended with the test whatever happens.</summary>
internal sealed partial class ServingProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly List<string> _lines = [];

    private ServingProcess(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    public static ServingProcess Start(params string[] args) => new(Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tocsin.dll"), .. args])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    /// <summary>What it printed until it was asked last.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public Task<string> Error() => _error;

    /// <summary>The address it says that it is at.</summary>
    public async Task<string> Address() => AddressAt().Match(await Line("Tocsin is at")).Value;

    /// <summary>The first line from here on that contains a text.</summary>
    public async Task<string> Line(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            _lines.Add(line);
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        }
        throw new InvalidOperationException($"it ended without saying '{text}': {await _error}");
    }

    public async Task<(int Exit, TimeSpan Took)> Stop(PosixSignal signal)
    {
        var started = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", [signal == PosixSignal.SIGINT ? "-INT" : "-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://\S+", RegexOptions.None, 1000)]
    private static partial Regex AddressAt();
}
