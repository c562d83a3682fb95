using Tocsin.Cli.Frame;
using Microsoft.Extensions.Hosting;
using Tocsin.Console;

namespace Tocsin.Cli.Commands;

internal static class ServeCommand
{
    public static Verb Create() => new Verb(
        "serve",
        "Serves the web console and the API over the workspace.",
        "tocsin serve",
        "tocsin serve --port 8080 --listen 0.0.0.0 --casework 'Host=db;Database=tocsin'") { ServeFlags.Port, ServeFlags.Listen }.Does(Run);

    private static int Run(Invocation call)
    {
        using var workspace = Workspace.OpenOrCreate(call);
        var options = new ConsoleOptions { Workspace = call.Workspace, Listen = call.Get(ServeFlags.Listen)!, Port = call.Get(ServeFlags.Port), Casework = call.Casework };
        var app = ConsoleHost.Build(options, workspace.Lake, workspace.Casework);
        HostingAbstractionsHostExtensions.RunAsync(app, call.Cancel).GetAwaiter().GetResult();
        return ExitCode.Done;
    }
}
