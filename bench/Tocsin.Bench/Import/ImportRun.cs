using System.Diagnostics;
using Tocsin.Core.Detection.NearText;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import;

namespace Tocsin.Bench.Import;

/// <summary>The whole way of posts into a new lake: reading, parsing, extraction, writing; then near-duplicate
/// text over all of them. Prints posts per second, seconds and peak memory.</summary>
internal static class ImportRun
{
    public static int Measure(string[] args)
    {
        Run(args.Length > 0 ? int.Parse(args[0]) : 1_000_000).GetAwaiter().GetResult();
        return 0;
    }

    private static void MeasureNearTexts(DuckDbLake lake)
    {
        var wall = Stopwatch.StartNew();
        var found = NearTextClusters.Find(lake.ReadTexts(TimeRange.All));
        System.Console.WriteLine(
            $"near texts: {found.Compared:N0} texts, {found.Distinct:N0} distinct, {found.Clusters:N0} clusters, {wall.Elapsed.TotalSeconds:F1} s");
    }

    private static async Task Run(int posts)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-bench-").FullName;
        try
        {
            var path = Path.Combine(folder, "posts.jsonl");
            new PostsFile(seed: 1).Write(path, posts);
            var (wall, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            ImportSummary summary;
            using var lake = DuckDbLake.Open(folder);
            summary = await new Importer(lake.Journal, TimeProvider.System).ImportAsync([path], new ImportOptions());
            wall.Stop();
            using var process = Process.GetCurrentProcess();
            System.Console.WriteLine(
                $"import: {summary.Imported:N0} posts of {new FileInfo(path).Length / posts} bytes, {wall.Elapsed.TotalSeconds:F1} s, " +
                $"{summary.Imported / wall.Elapsed.TotalSeconds:N0} posts/s, {(process.TotalProcessorTime - processor).TotalSeconds:F1} s of processor, " +
                $"peak {process.PeakWorkingSet64 >> 20:N0} MB, collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}");
            MeasureNearTexts(lake);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
