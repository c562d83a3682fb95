using System.Diagnostics;
using Tocsin.Casework;
using Tocsin.Core.Assessment;

namespace Tocsin.Bench.Queue;

/// <summary>Times what the queue asks of casework, on many signals with heavy documents.</summary>
internal static class QueueRun
{
    private const int Signals = 10_000;
    private const int WarmUp = 100;
    private const int Runs = 100;

    public static int Measure(string[] args)
    {
        if (args.Length == 0)
        {
            System.Console.Error.WriteLine("queue FOLDER ['Host=…']");
            return 2;
        }
        Directory.CreateDirectory(args[0]);
        using var casework = CaseworkDatabase.Open(new() { Workspace = args[0], PostgreSql = args.Length > 1 ? args[1] : null });
        MeasureAsync(casework).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task MeasureAsync(CaseworkDatabase casework)
    {
        var store = new SignalStore(casework);
        if (store.Count() == 0) await new ManySignals(casework).WriteAsync(Signals);
        var queue = new SignalQueue(casework);
        var all = new QueueFilter { Viewer = ManySignals.Person(1) };
        string? middle = null;
        for (var page = 0; page < store.Count() / 200; page++) middle = (await queue.ListAsync(all, middle)).Next;

        System.Console.WriteLine("| of 10,000 signals | median ms | 95th percentile ms | processor ms |");
        System.Console.WriteLine("|---|---|---|---|");
        await TimeAsync("a page of 100, the best", () => queue.ListAsync(all));
        await TimeAsync("a page of 100, in the middle", () => queue.ListAsync(all, middle));
        await TimeAsync("a page of 100, open and severe", () => queue.ListAsync(all with { States = [SignalStatus.Open], Severities = [Severity.High, Severity.Critical] }));
        await TimeAsync("a page of 100, by last change", () => queue.ListAsync(all with { Sort = QueueSort.Updated }));
        await TimeAsync("those of a label", () => queue.ListAsync(all with { Labels = ["label 3"] }));
        await TimeAsync("mine on one platform", () => queue.ListAsync(all with { Assignees = [QueueFilter.Me], Platforms = ["reddit"] }));
        await TimeAsync("a word that one has", () => queue.ListAsync(all with { Text = ManySignals.Id(4711) }));
        await TimeAsync("a word that all have", () => queue.ListAsync(all with { Text = "accounts" }));
        await TimeAsync("how many are open", () => queue.CountAsync(all with { States = [SignalStatus.Open] }));
        await TimeAsync("all facets", () => queue.FacetsAsync(all));
        await TimeAsync("all facets, open and severe", () => queue.FacetsAsync(all with { States = [SignalStatus.Open], Severities = [Severity.High] }));
        await TimeAsync("one signal with its document and all notes", () => queue.FindAsync(ManySignals.Id(4711), all.Viewer));
    }

    private static async Task TimeAsync(string what, Func<Task> ask)
    {
        for (var i = 0; i < WarmUp; i++) await ask();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        process.Refresh();
        Array.Sort(times);
        System.Console.WriteLine($"| {what} | {times[Runs / 2]:F1} | {times[Runs * 95 / 100]:F1} | {(process.TotalProcessorTime - before).TotalMilliseconds / Runs:F1} |");
    }
}
