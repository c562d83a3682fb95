using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests;

/// <summary>The real console over a workspace of its own, listening on a free port of loopback.</summary>
internal sealed class RunningConsole : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbLake _lake;
    private readonly CaseworkDatabase _casework;
    private readonly WebApplication _app;

    private RunningConsole(Func<ConsoleOptions, ConsoleOptions>? configure)
    {
        _lake = DuckDbLake.Open(_folder.Path);
        _casework = CaseworkDatabase.Open(new() { Workspace = _folder.Path });
        var options = new ConsoleOptions { Workspace = _folder.Path, Port = 0 };
        _app = ConsoleHost.Build(configure?.Invoke(options) ?? options, _lake, _casework);
    }

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public string Workspace => _folder.Path;

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningConsole> StartAsync(Func<ConsoleOptions, ConsoleOptions>? configure = null)
    {
        var console = new RunningConsole(configure);
        await console._app.StartAsync();
        var listening = console.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        console.Address = new(listening.Replace("0.0.0.0", "127.0.0.1"));
        return console;
    }

    /// <summary>A browser with no cookies yet; redirects are not followed.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _casework.Dispose();
        _lake.Dispose();
        _folder.Dispose();
    }
}
