using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;
using Tocsin.Lake.Import;

namespace Tocsin.Cli.Commands;

/// <summary>How files are to be read: the options of <c>import</c> and <c>analyze</c>.</summary>
internal static class ImportFlags
{
    public static readonly Option<string?> Format = new("--format")
    {
        Description = "Name of the format, where it is not to be found by itself; a wrong name lists all",
        HelpName = "NAME",
    };

    public static readonly Option<string?> Map = new("--map")
    {
        Description = "Which fields of an unknown source are account, time, text and so on",
        HelpName = "map.yaml",
    };

    public static readonly Option<string?> Platform = new("--platform")
    {
        Description = "The platform of all events, where the source does not say it",
        HelpName = "NAME",
    };

    public static ImportOptions Of(Invocation call) => new()
    {
        Format = call.Get(Format),
        Map = ImportJob.ReadMap(call.Get(Map)),
        Platform = call.Get(Platform),
    };
}
