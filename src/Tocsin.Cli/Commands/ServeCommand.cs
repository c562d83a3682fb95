using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;

namespace Tocsin.Cli.Commands;

internal static class ServeCommand
{
    public static Verb Create() => new Verb(
        "serve",
        "Serves the web console and the API over the workspace, until Ctrl-C.",
        "tocsin serve",
        "tocsin serve --port 8080 --listen 0.0.0.0 --casework 'Host=db;Database=tocsin'",
        "tocsin serve --host tocsin.example.org --sso-proxy 127.0.0.1 --sso-header X-Forwarded-Email")
    {
        ServeFlags.Port, ServeFlags.Listen, ServeFlags.Host, ServeFlags.Proxy, ServeFlags.SsoProxy, ServeFlags.SsoHeader, ServeFlags.SsoRoleHeader, ServeFlags.Recover,
    }.Does(Run);

    private static int Run(Invocation call)
    {
        var options = ServeFlags.Of(call, call.Workspace);
        using var workspace = Workspace.OpenOrCreate(call);
        return ServeJob.Run(call, workspace, options);
    }
}
