using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests.Api;

/// <summary>Runs the examples of docs/api.md as they stand there.</summary>
public partial class ApiExamplesTests
{
    [Fact]
    public async Task Every_example_of_the_document_works()
    {
        if (!File.Exists("/usr/bin/curl") || !File.Exists("/bin/bash")) Assert.Skip("the examples need bash and curl");
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var folder = new TemporaryFolder();
        var before = console.Services.GetRequiredService<DuckDbLake>().Summarise().Events;
        using var program = await console.WithTokenAsync(PersonRole.Analyst, "read", "write", "ingest");
        var blocks = Block().Matches(await File.ReadAllTextAsync(Document(), TestContext.Current.CancellationToken)).Select(match => match.Groups["text"].Value).ToList();

        Assert.True(blocks.Count >= 8, $"only {blocks.Count} examples");
        // Stops at the first command that fails, also inside a pipe.
        var (exit, said) = await RunAsync($"set -euo pipefail\n{string.Join("\n", blocks)}", folder.Path, console.Address, program.DefaultRequestHeaders.Authorization!.Parameter!);
        Assert.True(exit == 0, said);

        var decided = await console.Services.GetRequiredService<AuditLog>().ListAsync(new() { Verb = "signal.decided" }, cancel: TestContext.Current.CancellationToken);
        Assert.Equal("ticket-4711", Assert.Single(decided).IdempotencyKey);
        Assert.Equal(before + 2, console.Services.GetRequiredService<DuckDbLake>().Summarise().Events);
    }

    private static async Task<(int Exit, string Said)> RunAsync(string script, string folder, Uri address, string token)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script]) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["TOCSIN"], start.Environment["TOKEN"], start.Environment["no_proxy"]) = (address.ToString().TrimEnd('/'), token, "127.0.0.1");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, $"{output}\n{await error}");
    }

    private static string Document([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "api.md"));

    [GeneratedRegex("^```sh\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}
