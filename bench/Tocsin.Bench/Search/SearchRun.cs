using System.Diagnostics;
using Tocsin.Bench.Large;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.Acts;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Bench.Search;

/// <summary>What screens ask of a large lake: builds the search index, then times hunts, account pages and timelines.</summary>
internal static class SearchRun
{
    private const int Accounts = 200_000;
    private const ulong Seed = 1;

    public static int Measure(string[] args)
    {
        var events = args.Length > 0 ? int.Parse(args[0]) : 5_000_000;
        var folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory("tocsin-bench-").FullName;
        try
        {
            if (!File.Exists(Path.Combine(folder, DuckDbLake.FileName)))
                LargeWorkspace.Write(folder, events, Accounts, Seed);
            using var lake = DuckDbLake.Open(folder);
            Index(lake, folder);
            Hunts(lake);
            Pages(lake);
        }
        finally
        {
            if (args.Length <= 1)
                Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static void Index(DuckDbLake lake, string folder)
    {
        var built = Measurement.Of(() =>
        {
            lake.Search.CatchUp();
            return $"{lake.Search.State.Indexed:N0} events";
        });
        System.Console.WriteLine(
            $"index: {built.Result}, {built.Seconds:F0} s, {built.ProcessorSeconds:F0} s of processor, peak {built.PeakMegabytes:N0} MB, " +
            $"{new FileInfo(Path.Combine(folder, "search.db")).Length >> 20:N0} MB on disk\n");
        System.Console.WriteLine("| what | median ms | 95th percentile ms | processor ms |\n|---|---|---|---|");
    }

    private static void Hunts(DuckDbLake lake)
    {
        var words = SampleWords.Of(lake);
        foreach (var (least, most, name) in ((double, double, string)[])[(0.05, 1, "over 5 %"), (0.005, 0.05, "0.5 to 5 %"), (0, 0.005, "under 0.5 %")])
        {
            var some = words.Where(word => word.Share > least && word.Share <= most).Take(40).ToList();
            var share = some.Count == 0 ? 0 : some.Max(word => word.Share);
            Time($"word found in {name} of the posts (at most {share:P0}): 50 newest and chart", some, word => Hunt(lake, word.Word));
        }
        Time("two words", words.Zip(words.Skip(1)).Take(40), pair => Hunt(lake, $"{pair.First.Word} {pair.Second.Word}"));
        Time("word and hashtag, within a week", words.Take(40), word => Hunt(lake, word.Word + " -#ring0tag1 platform:x", Week));
        Time("domain", Enumerable.Range(0, 40), i => Hunt(lake, $"domain:site{i * 7}.example"));
        foreach (var field in (ReadOnlySpan<string>)["hashtag", "domain", "account"])
        {
            var named = HuntField.Named(field)!;
            Time($"top {field} of a word, with the weeks before", words.Take(20), word => lake.Hunt.Top(HuntQuery.Parse(word.Word), Month, named, 20));
        }
        Time("top hashtag of everything in a month", Enumerable.Range(0, 10), _ => lake.Hunt.Top(HuntQuery.Everything, Month, HuntField.Named("hashtag")!, 20));
    }

    private static void Pages(DuckDbLake lake)
    {
        var posts = lake.Hunt.Run(HuntQuery.Everything, null, 40).Posts;
        var accounts = posts.Select(post => post.Event.AccountKey).ToList();
        Time("account: rhythm", accounts, account => lake.Accounts.Rhythm(account));
        Time("account: values", accounts, account => lake.Accounts.Observables(account, 50));
        Time("account: acts with", accounts, account => lake.Accounts.ActsWith(account, 20));
        Time("account: alike", accounts, account => lake.Accounts.Alike(account, 10));
        Time("account: recent posts", accounts, account => lake.Accounts.Posts(account, 50));
        Time("post: near duplicates", posts, post => lake.Posts.NearDuplicates(post.Key, 20));
        var ring = LargeWorkspace.Rings(Accounts, Seed)[0];
        Time("timeline of 2,000 accounts, all of 180 days", Enumerable.Range(0, 10), _ => SignalTimeline.Of(lake, ring, TimeRange.All));
        Time("joint acts of 2,000 accounts, all of 180 days", Enumerable.Range(0, 10), _ => JointActs.Of(lake, ring, TimeRange.All));
        Time("joint acts of 2,000 accounts, a month", Enumerable.Range(0, 10), _ => JointActs.Of(lake, ring, Month));
    }

    private static TimeRange Week { get; } = new(LargeWorkspace.Start.AddDays(90), LargeWorkspace.Start.AddDays(97));

    private static TimeRange Month { get; } = new(LargeWorkspace.Start.AddDays(90), LargeWorkspace.Start.AddDays(120));

    private static void Hunt(DuckDbLake lake, string text, TimeRange? range = null)
    {
        var query = HuntQuery.Parse(text);
        lake.Hunt.Run(query, range, 50);
        lake.Hunt.Chart(query, range);
    }

    private static void Time<T>(string what, IEnumerable<T> items, Action<T> run)
    {
        var times = new List<double>();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        foreach (var item in items)
        {
            var clock = Stopwatch.GetTimestamp();
            run(item);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }
        if (times.Count == 0)
            return;
        process.Refresh();
        var used = (process.TotalProcessorTime - processor).TotalMilliseconds / times.Count;
        times.Sort();
        System.Console.WriteLine($"| {what} | {times[times.Count / 2]:F0} | {times[(int)(0.95 * (times.Count - 1))]:F0} | {used:F0} |");
    }
}
