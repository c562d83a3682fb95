using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Tocsin.Console;

/// <summary>A web application's builder that takes orders from the command alone: no settings from the environment or from files that lie around.</summary>
internal static class BareHost
{
    /// <summary>How long requests and background work have to end when the console stops.</summary>
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(1);

    public static WebApplicationBuilder Create()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(BareHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        // Standard output belongs to the command.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Why a start failed is told by the command.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton<IHostLifetime, StoppedByCaller>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestFarewell);
        return builder;
    }

    /// <summary>Signals of the system belong to the command, which stops the console.</summary>
    private sealed class StoppedByCaller : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
