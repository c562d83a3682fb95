using System.CommandLine;
using Tocsin.Cli.Frame;
using Tocsin.Cli.Jobs;
using Tocsin.Lake.Import;

namespace Tocsin.Cli.Commands;

internal static class ImportCommand
{
    private const int MostRejects = 1000;

    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Files, folders, or '-' for standard input; also compressed",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> ShowRejects = new("--show-rejects") { Description = "List the rows that could not be read, the newest import first" };

    public static Verb Create() => new Verb(
        "import",
        "Brings files into the workspace: JSON Lines, JSON, CSV, TSV, Parquet, of known platforms or any other.",
        "tocsin import posts.jsonl.gz",
        "tocsin import export/ --format x-archive",
        "tocsin import table.csv --map map.yaml",
        "tocsin import --show-rejects")
    {
        Paths, ImportFlags.Format, ImportFlags.Map, ImportFlags.Platform, ShowRejects,
    }.Does(Run);

    private static int Run(Invocation call)
    {
        var paths = call.Get(Paths);
        if (paths.Length > 0) return Import(call, paths);
        if (call.Get(ShowRejects)) return Reject(call);
        throw new WrongUse("nothing to import", "tocsin import", "name files or folders, or '-' for standard input");
    }

    private static int Import(Invocation call, string[] paths)
    {
        var options = ImportFlags.Of(call);
        using var lake = Workspace.OpenOrCreateLake(call.Workspace);
        var summary = ImportJob.Run(call, lake, paths, options);
        if (call.Json) call.WriteJson(new { summary.Read, summary.Imported, summary.Duplicates, summary.Rejected });
        else if (!call.Quiet) Print(call, summary);
        if (call.Get(ShowRejects)) RejectTable.Print(call, lake.Journal.ReadRejects(MostRejects));
        return ImportJob.ReportRejected(call, summary);
    }

    private static int Reject(Invocation call)
    {
        using var lake = Workspace.OpenLake(call.Workspace);
        RejectTable.Print(call, lake.Journal.ReadRejects(MostRejects));
        return ExitCode.Done;
    }

    private static void Print(Invocation call, ImportSummary summary) => new Page(call.Terminal).Table(
        [
            new("file"), new("format", Wrap: false), new("imported", Right: true, Wrap: false),
            new("known already", Right: true, Wrap: false), new("no event", Right: true, Wrap: false), new("rejected", Right: true, Wrap: false),
        ],
        summary.Files.Select(f => new[]
        {
            f.Path, f.Format ?? "", Figures.Whole(f.Imported), Figures.Whole(f.Duplicates), Figures.Whole(f.Skipped), Figures.Whole(f.Rejected),
        }));
}
