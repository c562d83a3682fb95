using Tocsin.Bench.Large;
using Tocsin.Casework;
using Tocsin.Core.Detection;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Bench.Screens;

/// <summary>A workspace as full as the console must bear: a large lake, scanned, and thousands of signals.</summary>
internal static class FullWorkspace
{
    /// <summary>Makes it in the folder, or takes up what is there: writing and scanning take minutes.</summary>
    public static void Prepare(string folder, int events, int signals)
    {
        Directory.CreateDirectory(folder);
        if (!File.Exists(Path.Combine(folder, DuckDbLake.FileName)))
            Timed($"writing {events:N0} events", () => LargeWorkspace.Write(folder, events));
        using var lake = DuckDbLake.Open(folder);
        using var casework = CaseworkDatabase.Open(new() { Workspace = folder });
        var store = new SignalStore(casework);
        if (store.Count() == 0)
            Timed("scanning", () => new Scan(lake, store, lake.Scores, TimeProvider.System, new NetworkStore(casework)).Run(new()));
        if (store.Count() < signals)
            Timed($"adding signals up to {signals:N0}", () => Multiply(store, signals));
        Timed("indexing texts", () => lake.Search.CatchUp(null, CancellationToken.None));
    }

    /// <summary>Those found, again under other ids, with other scores and days: as heavy as real ones.</summary>
    private static void Multiply(SignalStore store, int count)
    {
        var known = store.LoadSignals();
        foreach (var part in Enumerable.Range(0, count - known.Count).Chunk(1000))
            store.SaveScan([.. part.Select(i => Another(known[i % known.Count], i))]);
    }

    private static Signal Another(Signal signal, int i) => signal with
    {
        Id = $"N-{i:D6}",
        Score = Math.Round(signal.Score * (0.2 + (0.75 * (i * 7919 % 1000) / 1000)), 1),
        Raised = signal.Raised.AddMinutes(-i),
        Updated = signal.Updated.AddMinutes(-i / 3),
    };

    private static void Timed(string what, Action work)
    {
        var took = Measurement.Of(() =>
        {
            work();
            return what;
        });
        System.Console.Error.WriteLine($"{what}: {took.Seconds:F1} s");
    }
}
