using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Tocsin.Casework;
using Tocsin.Console.Security.Doors;
using Tocsin.Core;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console;

/// <summary>The console as it runs: what a command starts, asks for its links, and stops.</summary>
public sealed class ConsoleServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConsoleServer(WebApplication app) => _app = app;

    /// <summary>Where it answers, e.g. <c>http://127.0.0.1:7400</c>; at loopback when it listens at every address.</summary>
    public string Address => _app.Urls.First().Replace("//0.0.0.0:", "//127.0.0.1:").Replace("//[::]:", "//[::1]:");

    /// <summary>Starts answering over an open workspace.</summary>
    /// <exception cref="Problem">The address or the port cannot be had.</exception>
    public static async Task<ConsoleServer> StartAsync(ConsoleOptions options, DuckDbLake lake, CaseworkDatabase casework, CancellationToken cancel = default)
    {
        var app = ConsoleHost.Build(options, lake, casework);
        try
        {
            await app.StartAsync(cancel);
            return new ConsoleServer(app);
        }
        catch (Exception error)
        {
            await app.DisposeAsync();
            if (Explain(error, options) is { } problem) throw problem;
            throw;
        }
    }

    /// <summary>A link that makes the first account, good once; null when there is one.</summary>
    public Task<Uri?> SetUpLinkAsync() => FirstRun.CreateLinkAsync(_app.Services, new(Address));

    /// <summary>A link that signs the demo's analyst in, good once, from this machine.</summary>
    /// <exception cref="Problem">Other machines can reach the console.</exception>
    public Task<Uri> DemoLinkAsync() => DemoSignIn.CreateLinkAsync(_app.Services, new(Address));

    /// <summary>A link with which somebody who lost password or phone chooses a new password, good once.</summary>
    /// <exception cref="Problem">There is nobody of that name.</exception>
    public Task<Uri> RecoveryLinkAsync(string userName) => Recovery.CreateLinkAsync(_app.Services, new(Address), userName);

    /// <summary>Lets go of everybody who is connected, and of what runs in the background.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static Problem? Explain(Exception error, ConsoleOptions options) => error switch
    {
        IOException { InnerException: AddressInUseException } => new(
            $"port {options.Port} is taken", options.Url, "another Tocsin may be running there; choose another with --port N, or --port 0 for any that is free", error),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => new(
            $"{options.Listen} is not an address of this machine", options.Url, "'ip address' lists those there are; 0.0.0.0 listens at all of them", error),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => new(
            $"port {options.Port} may not be used by this account", options.Url, "choose a port from 1024 on with --port N", error),
        SocketException socket => new($"the address cannot be listened at: {socket.Message}", options.Url, "check --listen and --port", error),
        _ => null,
    };
}
