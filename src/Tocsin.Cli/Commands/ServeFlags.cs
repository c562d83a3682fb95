using System.CommandLine;

namespace Tocsin.Cli.Commands;

/// <summary>Where the console listens: options of every command that serves.</summary>
internal static class ServeFlags
{
    public static readonly Option<int> Port = new("--port") { Description = "Port to listen at; 0 takes a free one", DefaultValueFactory = _ => 7400, HelpName = "N" };
    public static readonly Option<string> Listen = new("--listen") { Description = "Address to listen at", DefaultValueFactory = _ => "127.0.0.1", HelpName = "ADDRESS" };
}
