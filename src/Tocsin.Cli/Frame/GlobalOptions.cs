using System.CommandLine;

namespace Tocsin.Cli.Frame;

/// <summary>Options every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Workspace = new("--workspace", "-w")
    {
        Description = "Folder of events and signals [TOCSIN_WORKSPACE or ./tocsin-data]",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string?> Casework = new("--casework")
    {
        Description = "PostgreSQL for signals and decisions, else SQLite in the workspace [TOCSIN_CASEWORK]",
        HelpName = "'Host=…'",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON for machines", Recursive = true };

    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print data and errors only", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Print the trace of unexpected errors", Recursive = true };

    public static IEnumerable<Option> All => [Workspace, Casework, Json, Quiet, Verbose];
}
