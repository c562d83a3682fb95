using System.Diagnostics;
using System.Text;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.Import;

/// <summary>Imports into a real lake.</summary>
public sealed class LakeImportTests : IDisposable
{
    private const int Kills = 10;

    /// <summary>Three posts in a zstd frame of one uncompressed block; the second text is Latin-1.</summary>
    private const string ZstandardWithBrokenUtf8 =
        "KLUv/SCrWQUAeyJpZCI6IjEiLCJhY2NvdW50IjoiYSIsInRzIjoiMjAyNi0wMy0wMSIsInRleHQiOiJvbmUifQp7ImlkIjoiMiIsImFjY291bn" +
        "QiOiJhIiwidHMiOiIyMDI2LTAzLTAxIiwidGV4dCI6ImNhZukifQp7ImlkIjoiMyIsImFjY291bnQiOiJhIiwidHMiOiIyMDI2LTAzLTAxIiwi" +
        "dGV4dCI6InRocmVlIn0K";

    private readonly Inbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Fact]
    public async Task The_same_file_twice_adds_nothing()
    {
        var path = _inbox.Put("posts.jsonl", Inbox.Posts(0, 1000) + "broken\n" + Inbox.Posts(500, 600));
        using var lake = DuckDbLake.Open(Workspace("lake"));

        var first = await Import(lake, path);
        var again = await Import(lake, path);
        var elsewhere = await Import(lake, _inbox.Put("copy.jsonl", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));

        Assert.Equal((1601L, 1100L, 500L, 1L), (first.Read, first.Imported, first.Duplicates, first.Rejected));
        Assert.Equal((1601L, 0L, 1600L, 1L), (again.Read, again.Imported, again.Duplicates, again.Rejected));
        Assert.Equal(again.Files[0] with { Path = string.Empty }, elsewhere.Files[0] with { Path = string.Empty });
        Assert.Equal(1100, lake.Summarise().Events);
        Assert.Equal(1001, Assert.Single(lake.Journal.ReadRejects(10)).Reject.Line);
    }

    [Fact]
    public async Task A_new_file_with_known_ids_is_pointed_out()
    {
        using var lake = DuckDbLake.Open(Workspace("lake"));

        var first = await Import(lake, _inbox.Put("monday.jsonl", Inbox.Posts(0, 10)));
        var second = await Import(lake, _inbox.Put("tuesday.jsonl", Inbox.Posts(0, 10).Replace("hello", "other")));
        var again = await Import(lake, _inbox.Put("tuesday.jsonl", Inbox.Posts(0, 10).Replace("hello", "other")));

        Assert.Equal([false, true, false], new[] { first, second, again }.Select(summary => summary.Files[0].IsMostlyKnown));
    }

    [Fact]
    public async Task Another_platform_is_another_event()
    {
        var path = _inbox.Put("posts.jsonl", Inbox.Posts(0, 10));
        using var lake = DuckDbLake.Open(Workspace("lake"));

        await Import(lake, path, new ImportOptions { Platform = "one" });
        var other = await Import(lake, path, new ImportOptions { Platform = "two" });

        Assert.Equal((10L, 20L), (other.Imported, lake.Summarise().Events));
    }

    [Fact]
    public async Task Parquet_is_read()
    {
        var path = Path.Combine(_inbox.Folder, "posts.parquet");
        Copy($"""
            COPY (SELECT i AS id, 'a' || i % 3 AS account, TIMESTAMP '2026-03-01 09:00:00' + to_seconds(i) AS ts, 'hello ' || i AS text,
                  ['one', 'two'] AS hashtags FROM range(5000) r(i)) TO '{path}' (FORMAT parquet)
            """);

        var summary = await _inbox.Import(path);

        Assert.Equal((5000L, "posts"), (summary.Imported, summary.Files[0].Format));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 0, 7, TimeSpan.Zero), _inbox.ById("7").Event.Time);
        Assert.Superset(new HashSet<string> { "one", "two" }, _inbox.ById("7").Values(ObservableKind.Hashtag).ToHashSet());
    }

    [Theory]
    [InlineData("csv", "HEADER")]
    [InlineData("json", "")]
    public async Task Zstandard_is_read(string format, string options)
    {
        var path = Path.Combine(_inbox.Folder, "posts.zst");
        Copy($"""
            COPY (SELECT i AS id, 'a' AS account, '2026-03-01T09:00Z' AS ts, 'grüße, ' || chr(128293) || '"' || i AS text FROM range(5000) r(i))
            TO '{path}' (FORMAT {format}, COMPRESSION zstd{(options.Length > 0 ? ", " + options : string.Empty)})
            """);

        var summary = await _inbox.Import(path);

        Assert.Equal((5000L, 0L), (summary.Imported, summary.Rejected));
        Assert.Equal("grüße, 🔥\"42", _inbox.ById("42").Event.Text);
    }

    [Fact]
    public async Task Broken_lines_inside_zstandard_are_counted()
    {
        var path = Path.Combine(_inbox.Folder, "posts.zst");
        await File.WriteAllBytesAsync(path, Convert.FromBase64String(ZstandardWithBrokenUtf8), TestContext.Current.CancellationToken);

        var summary = await _inbox.Import(path);

        Assert.Equal((2L, 1L), (summary.Imported, summary.Rejected));
        Assert.Contains("1 lines were passed over", _inbox.Rejects[0].Reason);
    }

    [Theory]
    [InlineData("PAR1 is all that this file has of Parquet PAR1")]
    [InlineData("\u0028\u00b5\u002f\u00fd and then nothing that makes sense")]
    public async Task A_packed_file_that_is_not_one_is_a_problem(string content)
    {
        var path = _inbox.Put("broken.bin", Encoding.Latin1.GetBytes(content));

        await Assert.ThrowsAsync<Core.Problem>(() => _inbox.Import(path));
    }

    [Fact]
    public async Task Killed_at_ten_random_moments_the_next_run_completes_without_loss_or_doubles()
    {
        const int posts = 250_000;
        var path = _inbox.Put("posts.jsonl", "broken first\n" + Inbox.Posts(0, posts) + "broken last\n" + Inbox.Posts(0, 5000));
        var random = new Random(20260301);
        for (var kill = 0; kill < Kills; kill++)
            Assert.True(await RunAndKill(path, steps: random.Next(0, 4), random.Next(0, 40)), "the import ended before it was killed");

        using var disturbed = DuckDbLake.Open(Workspace("killed"));
        var summary = await Import(disturbed, path, KilledImport.Options);
        using var undisturbed = DuckDbLake.Open(Workspace("lake"));
        var expected = await Import(undisturbed, path, KilledImport.Options);

        Assert.Equal(expected.Read, summary.Read);
        Assert.Equal(undisturbed.Summarise(), disturbed.Summarise());
        Assert.Equal(undisturbed.CountActions(TimeRange.All), disturbed.CountActions(TimeRange.All));
        Assert.Equal([1, posts + 2], disturbed.Journal.ReadRejects(10).Select(reject => reject.Reject.Line));
    }

    /// <summary>Runs the import in a process of its own and kills it some steps and milliseconds after its start; false when it was faster.</summary>
    private async Task<bool> RunAndKill(string path, int steps, int milliseconds)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Tocsin.Lake.Tests.exe" : "Tocsin.Lake.Tests");
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment[KilledImport.Workspace] = Workspace("killed");
        start.Environment[KilledImport.File] = path;
        using var import = Process.Start(start)!;
        for (var step = 0; step < steps; step++)
            await import.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        var running = !import.HasExited;
        import.Kill();
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        return running;
    }

    private string Workspace(string name) => Path.Combine(_inbox.Folder, name);

    private static Task<ImportSummary> Import(DuckDbLake lake, string path, ImportOptions? options = null) =>
        new Importer(lake.Journal, TimeProvider.System).ImportAsync([path], options ?? new ImportOptions(), null, TestContext.Current.CancellationToken);

    private static void Copy(string sql)
    {
        using var database = Database.InMemory(new DatabaseOptions { AllowFiles = true });
        using var connection = database.Connect();
        connection.Execute(sql);
    }
}
