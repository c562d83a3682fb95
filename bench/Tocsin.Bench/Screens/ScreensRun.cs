using System.Diagnostics;
using System.Net;
using Tocsin.Bench.Search;
using Tocsin.Casework;
using Tocsin.Console;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Bench.Screens;

/// <summary>
/// How long the console takes to answer, over loopback, with the whole answer read: each screen asked for many times, about another
/// signal or word each time. Beside it, in the same run: a page without data, and words sought by reading every text in DuckDB.
/// </summary>
internal static class ScreensRun
{
    private const int WarmUp = 10;
    private const int Times = 100;

    public static int Measure(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "tocsin-full");
        FullWorkspace.Prepare(folder, args.Length > 1 ? int.Parse(args[1]) : 5_000_000, args.Length > 2 ? int.Parse(args[2]) : 10_000);
        RunAsync(folder).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string folder)
    {
        using var lake = DuckDbLake.Open(folder);
        using var casework = CaseworkDatabase.Open(new() { Workspace = folder });
        var signals = new SignalStore(casework).LoadSignals();
        var networks = signals.Where(signal => signal.History is [{ What: "raised" }, ..] && !signal.Id.StartsWith("N-00", StringComparison.Ordinal)).OrderByDescending(signal => signal.Members.Count).ToArray();
        await using var server = await ConsoleServer.StartAsync(new ConsoleOptions { Workspace = folder, Port = 0 }, lake, casework);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new(server.Address) };
        using (var door = await client.GetAsync(await server.DemoLinkAsync())) door.EnsureSuccessStatusCode();

        var summary = lake.Summarise();
        System.Console.WriteLine($"{summary.Events:N0} events, {summary.Accounts:N0} accounts, {signals.Count:N0} signals, the largest network {networks[0].Members.Count:N0} accounts; {Times} requests each");
        System.Console.WriteLine();
        System.Console.WriteLine("| | median, ms | 95th percentile, ms | × a page without data | limit, ms |");
        System.Console.WriteLine("|---|---|---|---|---|");
        var bare = await TimeAsync(client, _ => "/account");
        Print("a page without data", bare, bare, null);
        Print("Home", await TimeAsync(client, _ => "/"), bare, 150);
        Print("Queue", await TimeAsync(client, i => i % 3 == 0 ? "/queue" : i % 3 == 1 ? "/queue?state=all" : "/queue?sort=raised"), bare, 150);
        Print("Signal", await TimeAsync(client, i => $"/signals/{signals[i * 37 % signals.Count].Id}"), bare, 150);
        Print("Network, the largest", await TimeAsync(client, _ => $"/signals/{networks[0].Id}/network"), bare, 400);
        Print("… its graph", await TimeAsync(client, _ => $"/signals/{networks[0].Id}/graph"), bare, 400);
        Print("Account", await TimeAsync(client, i => AccountOf(signals, i)), bare, null);
        var words = SampleWords.Of(lake).Take(WarmUp + Times).Select(word => Uri.EscapeDataString(word.Word)).ToArray();
        Print("Hunt, a word: the newest posts", await TimeAsync(client, i => $"/hunt?q={words[i % words.Length]}"), bare, 700);
        Print("… its chart over time", await TimeAsync(client, i => $"/hunt/chart?q={words[i % words.Length]}"), bare, 700);
        Print("… its most frequent values", await TimeAsync(client, i => $"/hunt/top?q={words[i % words.Length]}"), bare, null);
        Print("the same words by reading every text in DuckDB", TimeScan(lake, words.Take(10)), bare, null);
    }

    private static string AccountOf(IReadOnlyList<Signal> signals, int i)
    {
        var members = signals[i % signals.Count].Members;
        var member = members[i % members.Count];
        return $"/accounts/{member.Platform}/{Uri.EscapeDataString(member.AccountId)}";
    }

    private static async Task<double[]> TimeAsync(HttpClient client, Func<int, string> address)
    {
        for (var i = 0; i < WarmUp; i++) (await client.GetAsync(address(i))).EnsureSuccessStatusCode().Dispose();
        var times = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var clock = Stopwatch.StartNew();
            using var response = await client.GetAsync(address(WarmUp + i));
            times[i] = clock.Elapsed.TotalMilliseconds;
            response.EnsureSuccessStatusCode();
        }
        return [.. times.Order()];
    }

    private static double[] TimeScan(DuckDbLake lake, IEnumerable<string> words) =>
        [.. words.Select(word =>
        {
            var clock = Stopwatch.StartNew();
            using var result = lake.Query($"SELECT count(*) FROM events WHERE text ILIKE '%{Uri.UnescapeDataString(word)}%'");
            _ = result.Rows().Count();
            return clock.Elapsed.TotalMilliseconds;
        }).Order()];

    private static void Print(string what, double[] sorted, double[] bare, int? limit) => System.Console.WriteLine(
        $"| {what} | {At(sorted, 0.5):F0} | {At(sorted, 0.95):F0} | {At(sorted, 0.5) / At(bare, 0.5):F1} | {limit?.ToString() ?? ""} |");

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
