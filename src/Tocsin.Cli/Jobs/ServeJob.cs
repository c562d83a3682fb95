using Tocsin.Cli.Commands;
using Tocsin.Cli.Frame;
using Tocsin.Console;

namespace Tocsin.Cli.Jobs;

/// <summary>Serves the console until the command is asked to stop.</summary>
internal static class ServeJob
{
    /// <summary>Starts, says where, and ends when asked to, which is how serving ends.</summary>
    /// <param name="demo">Whether to print a link that signs the demo's analyst in.</param>
    public static int Run(Invocation call, Workspace workspace, ConsoleOptions options, bool demo = false)
    {
        RunAsync(call, workspace, options, demo).GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    private static async Task RunAsync(Invocation call, Workspace workspace, ConsoleOptions options, bool demo)
    {
        await using var server = await ConsoleServer.StartAsync(options, workspace.Lake, workspace.Casework, call.Cancel);
        Warn(call, options);
        Announce(call, server, await WayInAsync(call, server, options, demo));
        await Task.Delay(Timeout.Infinite, call.Cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Where another command's JSON went before, the address must not spoil it.</summary>
    private static void Announce(Invocation call, ConsoleServer server, string? wayIn)
    {
        call.Out.Flush();
        var output = call.Json ? call.Terminal.Error : call.Out;
        output.WriteLine($"Tocsin is at {server.Address}  (Ctrl-C stops it)");
        if (wayIn is not null) output.WriteLine(wayIn);
        output.Flush();
    }

    /// <summary>How to get in where nobody could by themselves; each link is good once.</summary>
    private static async Task<string?> WayInAsync(Invocation call, ConsoleServer server, ConsoleOptions options, bool demo)
    {
        if (demo && options.OnLoopback) return $"open {await server.DemoLinkAsync()}";
        if (call.Get(ServeFlags.Recover) is { } lost) return $"choose a new password for {lost} at {await server.RecoveryLinkAsync(lost)}";
        return await server.SetUpLinkAsync() is { } link ? $"make the first account at {link}" : null;
    }

    private static void Warn(Invocation call, ConsoleOptions options)
    {
        if (options.OnLoopback) return;
        call.Terminal.Error.WriteLine($"warning: {options.Listen} can be reached from other machines, and what is sent there is not encrypted, passwords included;");
        call.Terminal.Error.WriteLine("         put a proxy that speaks https before it, or listen at 127.0.0.1");
    }
}
