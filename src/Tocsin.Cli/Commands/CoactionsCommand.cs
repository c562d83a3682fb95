using System.CommandLine;
using System.Diagnostics;
using Tocsin.Cli.Frame;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Lake.Coactions;

namespace Tocsin.Cli.Commands;

/// <summary>Counts who shared together in a file, in the numbers of the tool a person comes from.</summary>
internal static class CoactionsCommand
{
    private const double MicrosecondsPerSecond = 1e6;
    private const double LongestWindow = 1e9;

    private static readonly Argument<string> File = new("FILE") { Description = "CSV, TSV, JSON Lines or Parquet; text also as .gz or .zst" };
    private static readonly Option<string?> Kind = new("--kind") { Description = "Which kind of object, where a row has several: url, domain, hashtag, … for the columns url_id, …", HelpName = "K" };
    private static readonly Option<double> Window = new("--window") { Description = "Seconds two shares may lie apart, inclusive", HelpName = "S", DefaultValueFactory = _ => 10 };

    private static readonly Option<int?> MinParticipation = new("--min-participation")
    {
        Description = "Shares an account must have to count (2 in pair semantics, 1 in message semantics)",
        HelpName = "N",
    };

    private static readonly Option<CoShareSemantics> Semantics = new("--semantics")
    {
        Description = "pair: as CooRTweet counts; message: as coordination-network-toolkit does",
    };

    private static readonly Option<string?> Edges = new("--edges") { Description = "Write the edges to this file", HelpName = "FILE.csv" };
    private static readonly Option<string?> GexfFile = new("--gexf") { Description = "Write the network for Gephi to this file", HelpName = "FILE.gexf" };
    private static readonly Option<string?> Object = Column("--object", "object");
    private static readonly Option<string?> Account = Column("--account", "account");
    private static readonly Option<string?> Content = Column("--content", "post or message");
    private static readonly Option<string?> Time = Column("--time", "time: seconds since 1970, or a date and time");

    public static Verb Create() => new Verb(
        "coactions",
        "Counts which accounts share the same objects within seconds of each other, exactly as CooRTweet or coordination-network-toolkit do.",
        "tocsin coactions shares.csv --window 60 --edges edges.csv",
        "tocsin coactions posts.csv.gz --kind url --window 30 --min-participation 2 --gexf network.gexf",
        "tocsin coactions retweets.parquet --window 60 --semantics message --json",
        "tocsin coactions x.jsonl --object retweeted_id --account user_id --content id --time created_at")
    {
        File, Kind, Window, MinParticipation, Semantics, Edges, GexfFile, Object, Account, Content, Time,
    }.Does(Run);

    private static Option<string?> Column(string name, string what) => new(name) { Description = $"Column of the {what}", HelpName = "COLUMN" };

    private static int Run(Invocation call)
    {
        var semantics = call.Get(Semantics);
        var (window, participation) = (WindowOf(call), ParticipationOf(call, semantics));
        var clock = Stopwatch.StartNew();
        var table = ShareReader.Read(SourceOf(call), call.Cancel);
        var read = clock.Elapsed;
        var network = Count(table, semantics, new CoShareOptions(window, participation, table.DropDuplicates), call.Cancel);
        var figures = CoactionFigures.Of(network);
        var compute = clock.Elapsed - read;
        if (call.Get(Edges) is { } csv) Write(csv, network, EdgeCsv.Write);
        if (call.Get(GexfFile) is { } gexf) Write(gexf, network, Gexf.Write);
        var report = new CoactionReport(figures, table, read, compute, clock.Elapsed - read - compute);
        if (call.Json) call.WriteJson(report.Json());
        else report.Print(call.Terminal);
        return table.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
    }

    private static ShareSource SourceOf(Invocation call) => new(
        call.Get(File), call.Get(Kind), call.Get(Object), call.Get(Account), call.Get(Content), call.Get(Time));

    private static CoShareNetwork Count(ShareTable table, CoShareSemantics semantics, CoShareOptions options, CancellationToken cancel)
    {
        var edges = semantics == CoShareSemantics.Pair
            ? PairSemantics.Edges(table.Sorted, table.Accounts.Count, options, cancel)
            : MessageSemantics.Edges(table.Sorted, table.Accounts.Count, options, cancel);
        return new CoShareNetwork(table.Accounts, edges, semantics);
    }

    private static int ParticipationOf(Invocation call, CoShareSemantics semantics)
    {
        var least = call.Get(MinParticipation) ?? (semantics == CoShareSemantics.Pair ? 2 : 1);
        return least >= 1 ? least : throw new WrongUse($"{least} shares cannot be asked for", "tocsin coactions --min-participation", "give 1 or more");
    }

    private static long WindowOf(Invocation call) => call.Get(Window) is >= 0 and <= LongestWindow and var seconds
        ? (long)Math.Round(seconds * MicrosecondsPerSecond)
        : throw new WrongUse($"a window of {call.Get(Window)} seconds cannot be", "tocsin coactions --window", $"give seconds from 0 to {LongestWindow:N0}");

    private static void Write(string path, CoShareNetwork network, Action<CoShareNetwork, Stream> write)
    {
        using var file = System.IO.File.Create(path);
        write(network, file);
    }
}
