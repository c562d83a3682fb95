using System.CommandLine;
using System.Net;
using Tocsin.Cli.Frame;
using Tocsin.Console;
using Tocsin.Core;

namespace Tocsin.Cli.Commands;

/// <summary>Whether and where the console listens: options of every command that serves.</summary>
internal static class ServeFlags
{
    public static readonly Option<int> Port = new("--port") { Description = "Port to listen at; 0 takes a free one", DefaultValueFactory = _ => 7400, HelpName = "N" };
    public static readonly Option<string> Listen = new("--listen") { Description = "Address to listen at", DefaultValueFactory = _ => "127.0.0.1", HelpName = "ADDRESS" };
    public static readonly Option<bool> NoServe = new("--no-serve") { Description = "End after printing" };

    public static readonly Option<string[]> Host = new("--host") { Description = "A name under which it may be asked for, besides localhost and this machine's", HelpName = "NAME" };
    public static readonly Option<string?> Proxy = new("--proxy") { Description = "Address of a reverse proxy that speaks https; its word for the client's address and scheme counts", HelpName = "ADDRESS" };
    public static readonly Option<string?> SsoProxy = new("--sso-proxy") { Description = "Address of the reverse proxy that signs people in; it alone is believed", HelpName = "ADDRESS" };
    public static readonly Option<string> SsoHeader = new("--sso-header") { Description = "The header in which that proxy names the person", DefaultValueFactory = _ => "X-Forwarded-User", HelpName = "NAME" };
    public static readonly Option<string?> SsoRoleHeader = new("--sso-role-header") { Description = "The header in which that proxy names the role", HelpName = "NAME" };

    public static readonly Option<string?> Recover = new("--recover") { Description = "Prints a link with which that person, who lost password or phone, chooses a new password", HelpName = "NAME" };

    private const int HighestPort = 65_535;

    /// <summary>How the console is to be served over a workspace.</summary>
    /// <exception cref="Problem">Port or address cannot be meant.</exception>
    public static ConsoleOptions Of(Invocation call, string workspace)
    {
        var port = call.Get(Port);
        if (port is < 0 or > HighestPort)
            throw new WrongUse($"there is no port {port}", "--port", $"ports go from 1 to {HighestPort}; 0 takes a free one");
        return new()
        {
            Workspace = workspace,
            Listen = Address(call.Get(Listen)!),
            Port = port,
            Casework = call.Casework,
            Hosts = call.Get(Host) ?? [],
            Proxy = call.Get(Proxy),
            SsoProxy = call.Get(SsoProxy),
            SsoHeader = call.Get(SsoHeader) ?? "X-Forwarded-User",
            SsoRoleHeader = call.Get(SsoRoleHeader),
        };
    }

    /// <summary>A name is not taken: the server would answer to it at every address the machine has.</summary>
    private static string Address(string listen) =>
        listen == "localhost" ? "127.0.0.1"
        : IPAddress.TryParse(listen, out var address) ? address.ToString()
        : throw new WrongUse($"'{listen}' is not an address", "--listen", "name an IP address such as 127.0.0.1 or 0.0.0.0, or localhost");
}
