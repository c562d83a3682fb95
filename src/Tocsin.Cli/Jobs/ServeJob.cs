using Tocsin.Cli.Frame;
using Tocsin.Console;

namespace Tocsin.Cli.Jobs;

/// <summary>Serves the console until the command is asked to stop.</summary>
internal static class ServeJob
{
    /// <summary>Starts, says where, and ends when asked to, which is how serving ends.</summary>
    public static int Run(Invocation call, Workspace workspace, ConsoleOptions options)
    {
        RunAsync(call, workspace, options).GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    private static async Task RunAsync(Invocation call, Workspace workspace, ConsoleOptions options)
    {
        await using var server = await ConsoleServer.StartAsync(options, workspace.Lake, workspace.Casework, call.Cancel);
        Warn(call, options);
        Announce(call, server);
        await Task.Delay(Timeout.Infinite, call.Cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Where another command's JSON went before, the address must not spoil it.</summary>
    private static void Announce(Invocation call, ConsoleServer server)
    {
        call.Out.Flush();
        var output = call.Json ? call.Terminal.Error : call.Out;
        output.WriteLine($"Tocsin is at {server.Address}  (Ctrl-C stops it)");
        output.Flush();
    }

    private static void Warn(Invocation call, ConsoleOptions options)
    {
        if (options.OnLoopback) return;
        call.Terminal.Error.WriteLine($"warning: {options.Listen} can be reached from other machines, and what is sent there is not encrypted, passwords included;");
        call.Terminal.Error.WriteLine("         put a proxy that speaks https before it, or listen at 127.0.0.1");
    }
}
