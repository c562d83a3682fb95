using System.Diagnostics;
using Tocsin.Cli.Frame;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Lake.Coactions;

namespace Tocsin.Cli.Commands;

/// <summary>The figures of a network, under the names scripts know and the labels people read.</summary>
internal sealed record CoactionFigures(IReadOnlyList<(string Name, string Label, object Value)> All)
{
    private const long MicrosecondsPerSecond = 1_000_000;

    public static CoactionFigures Of(CoShareNetwork network) => network.Semantics == CoShareSemantics.Pair
        ? Of(PairTotals.Of(network.Edges, network.Accounts.Count))
        : Of(MessageTotals.Of(network.Edges));

    private static CoactionFigures Of(PairTotals totals) => new(
    [
        ("pairs", "pairs of shares", totals.Pairs),
        ("sum_time_delta", "seconds between them, in all", Seconds(totals.TimeDelta)),
        ("accounts", "accounts", totals.Accounts),
        ("edges", "edges", totals.Edges),
        ("max_weight", "heaviest edge", totals.MaxWeight),
    ]);

    private static CoactionFigures Of(MessageTotals totals) => new(
    [
        ("edges_weight_1", "directed edges", totals.EdgesWeight1),
        ("sum_weight_1", "their weight", totals.SumWeight1),
        ("edges_weight_2", "of weight 2 or more", totals.EdgesWeight2),
        ("sum_weight_2", "their weight", totals.SumWeight2),
        ("undirected_pairs", "pairs of accounts", totals.UndirectedPairs),
    ]);

    /// <summary>A whole number where it is one, as in files with times to the second.</summary>
    private static object Seconds(long microseconds) => microseconds % MicrosecondsPerSecond == 0
        ? microseconds / MicrosecondsPerSecond
        : microseconds / (double)MicrosecondsPerSecond;
}

/// <summary>What a run of <c>coactions</c> found, and what it took.</summary>
internal sealed record CoactionReport(CoactionFigures Figures, ShareTable Table, TimeSpan Read, TimeSpan Compute, TimeSpan Write)
{
    public Dictionary<string, object> Json()
    {
        var json = Figures.All.ToDictionary(figure => figure.Name, figure => figure.Value);
        json["rows"] = Table.Read;
        json["without_object"] = Table.WithoutObject;
        json["rejected"] = Table.Rejected;
        json["seconds"] = new { Read = Seconds(Read), Compute = Seconds(Compute), Write = Seconds(Write) };
        json["peak_mb"] = PeakMegabytes();
        return json;
    }

    public void Print(Terminal terminal) => new Page(terminal).Facts(
    [
        .. Figures.All.Select(figure => (figure.Label, $"{figure.Value:#,0.######}")),
        ("rows read", Rows()),
        ("seconds", $"{Seconds(Read)} reading, {Seconds(Compute)} counting, {Seconds(Write)} writing"),
        ("peak memory", $"{PeakMegabytes():N0} MB"),
    ]);

    private string Rows() => string.Join(", ",
    [
        $"{Table.Read:N0}",
        .. Table.WithoutObject > 0 ? [$"{Table.WithoutObject:N0} without such an object"] : Array.Empty<string>(),
        .. Table.Rejected > 0 ? [$"{Table.Rejected:N0} rejected for want of an account, content or readable time"] : Array.Empty<string>(),
    ]);

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
