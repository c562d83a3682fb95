using System.Diagnostics;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Search;
using Tocsin.Lake.Tests.DuckDb;

namespace Tocsin.Lake.Tests.Search;

public sealed class PostSearchTests : IDisposable
{
    private const int Events = 20_000;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Texts =>
    [
        "日本語のテスト：東京タワー", "ภาษาไทยไม่มีช่องว่าง", "한국어 문장입니다", "नमस्ते दुनिया", "مرحبا بالعالم", "שלום עולם", "Ђурђевак", "ÇELİK ığdır",
        "a\0b", "\"; DROP TABLE posts; --", "OR AND NOT NEAR(a b) col:x ^a a*", "~a2345 ~~", "'''\"\"\"", "\ud83d\ude00\ud800", "x\u202eevil\u202c", "{words}: -a +b",
        "👩‍👩‍👧 🇩🇪", "<script>alert(1)</script>", "ᄀ\u0301ᅡ",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Index => _folder[SearchFile.Name];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_the_next_run_completes_without_loss_or_doubles()
    {
        using (var lake = DuckDbLake.Open(_folder.Path))
            lake.Write(Some.Many(Events));
        var random = new Random(20260301);
        for (var kill = 0; kill < 6; kill++)
            Assert.True(await RunAndKill(steps: random.Next(0, 6), random.Next(0, 30)), "the indexing ended before it was killed");
        using var after = DuckDbLake.Open(_folder.Path);
        after.Search.CatchUp(cancel: Cancel);
        Assert.Equal(new SearchState(Events, Events), after.Search.State);
        Assert.Equal(Events, after.Hunt.Chart(HuntQuery.Parse("hello"), null, Cancel).Total);
        Assert.Equal(Events / 5, after.Hunt.Chart(HuntQuery.Parse("#tag3"), null, Cancel).Total);
    }

    [Fact]
    public void Cancelled_it_keeps_whole_batches_and_goes_on_from_there()
    {
        using var lake = DuckDbLake.Open(_folder.Path);
        lake.Write(Some.Many(5_000));
        using var search = new PostSearch(lake.Database, _folder.Path, 1_000);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => search.CatchUp(new Step(p => { if (p.Indexed == 2_000) stop.Cancel(); }), stop.Token));
        Assert.Equal(new SearchState(2_000, 5_000), search.State);
        Assert.True(search.State.IsBehind);
        Assert.Equal(2_000, lake.Hunt.Chart(HuntQuery.Parse("hello"), null, Cancel).Total);
        var steps = new List<long>();
        search.CatchUp(new Step(p => steps.Add(p.Indexed)), Cancel);
        Assert.Equal([3_000, 4_000, 5_000], steps);
        search.CatchUp(new Step(p => steps.Add(p.Indexed)), Cancel);
        Assert.Equal(3, steps.Count);
        Assert.Equal(5_000, lake.Hunt.Chart(HuntQuery.Parse("hello"), null, Cancel).Total);
    }

    [Fact]
    public void What_is_written_later_is_found_after_catching_up()
    {
        using var lake = Filled(Some.Many(100));
        lake.Write(Some.Many(50, 100));
        Assert.True(lake.Search.State.IsBehind);
        Assert.Equal(100, Hellos(lake));
        lake.Search.CatchUp(cancel: Cancel);
        Assert.Equal(150, Hellos(lake));
    }

    [Fact]
    public void An_index_that_is_no_database_is_made_anew()
    {
        File.WriteAllText(Index, new string('x', 100_000));
        using var lake = Filled(Some.Many(100));
        Assert.Equal(100, Hellos(lake));
    }

    [Fact]
    public void An_index_of_another_revision_is_made_anew()
    {
        Filled(Some.Many(100)).Dispose();
        using (var other = new SearchFile(Index).OpenToWrite())
            SearchFile.Execute(other, "PRAGMA user_version = 999");
        using var lake = DuckDbLake.Open(_folder.Path);
        Assert.Equal(0, Hellos(lake));
        lake.Search.CatchUp(cancel: Cancel);
        Assert.Equal(100, Hellos(lake));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void A_damaged_index_says_so_and_is_made_anew(double cut)
    {
        Filled(Some.Many(20_000)).Dispose();
        Damage(cut);
        using var lake = DuckDbLake.Open(_folder.Path);
        var error = Record.Exception(() => Hellos(lake));
        Assert.True(error is null or LakeException);
        lake.Search.CatchUp(cancel: Cancel);
        Assert.Equal(20_000, Hellos(lake));
    }

    [Fact]
    public void An_index_of_another_lake_is_made_anew()
    {
        Filled(Some.Many(100)).Dispose();
        File.Delete(_folder[DuckDbLake.FileName]);
        using var other = Filled(Some.Many(200, 1_000));
        Assert.Equal(200, Hellos(other));
        Assert.Empty(other.Hunt.Run(HuntQuery.OfAccount("x", "nobody"), null, 10, null, Cancel).Posts);
        Assert.Equal("1199", other.Hunt.Run(HuntQuery.Parse("hello"), null, 1, null, Cancel).Posts[0].Event.Id);
    }

    [Fact]
    public void A_lake_that_became_smaller_is_noticed_while_it_is_open()
    {
        using var lake = Filled(Some.Many(100));
        using (var connection = lake.Database.Connect())
        {
            connection.Run("CREATE OR REPLACE TABLE events AS FROM events WHERE id <> '7'");
        }
        lake.Search.CatchUp(cancel: Cancel);
        Assert.Equal(99, Hellos(lake));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_is_found_by_its_own_words(string text)
    {
        using var lake = Filled([new(Some.Event(text: text), Some.Author(), []), new(Some.Event("2", text: "other"), Some.Author(), [])]);
        var phrase = $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
        if (!HuntQuery.TryParse(phrase, out var query, out _))
            return; // nothing but marks
        Assert.Equal("1", Assert.Single(lake.Hunt.Run(query, null, 10, null, Cancel).Posts).Event.Id);
    }

    [Fact]
    public void Every_part_of_a_japanese_sentence_is_found()
    {
        const string text = "今日は東京で会いましょう";
        using var lake = Filled([new(Some.Event(text: text), Some.Author(), []), new(Some.Event("2", text: "明日は大阪"), Some.Author(), [])]);
        for (var from = 0; from < text.Length; from++)
        {
            for (var until = from + 1; until <= text.Length; until++)
                Assert.Contains(lake.Hunt.Run(HuntQuery.Parse(text[from..until]), null, 10, null, Cancel).Posts, post => post.Event.Id == "1");
        }
        Assert.Empty(lake.Hunt.Run(HuntQuery.Parse("東会"), null, 10, null, Cancel).Posts);
    }

    [Fact]
    public void Times_outside_what_the_index_can_count_are_found_all_the_same()
    {
        DateTimeOffset[] times = [DateTimeOffset.MinValue, new(1969, 12, 31, 0, 0, 0, default), new(2200, 1, 1, 0, 0, 0, default), DateTimeOffset.MaxValue];
        using var lake = Filled([.. times.Select((time, i) => Some.Incoming($"{i}", time: time))]);
        Assert.Equal(["3", "2", "1", "0"], lake.Hunt.Run(HuntQuery.Parse("hello"), null, 10, null, Cancel).Posts.Select(post => post.Event.Id));
        Assert.Equal(4, lake.Hunt.Chart(HuntQuery.Parse("hello"), null, Cancel).Total);
    }

    [Fact]
    public async Task Hunts_run_while_the_index_catches_up()
    {
        using var lake = DuckDbLake.Open(_folder.Path);
        lake.Write(Some.Many(30_000));
        using var search = new PostSearch(lake.Database, _folder.Path, 1_000);
        var catchingUp = Task.Run(() => search.CatchUp(cancel: Cancel), Cancel);
        var seen = new List<long>();
        while (!catchingUp.IsCompleted)
            seen.Add(Hellos(lake));
        await catchingUp;
        Assert.Equal(30_000, Hellos(lake));
        Assert.Equal(seen.Order(), seen);
        Assert.All(seen, count => Assert.Equal(0, count % 1_000));
    }

    private static long Hellos(DuckDbLake lake) => lake.Hunt.Chart(HuntQuery.Parse("hello"), null, Cancel).Total;

    private DuckDbLake Filled(IReadOnlyList<IncomingEvent> events)
    {
        var lake = DuckDbLake.Open(_folder.Path);
        lake.Write(events);
        lake.Search.CatchUp(cancel: Cancel);
        return lake;
    }

    // Nulls the file's second half, or the whole file behind its first page.
    private void Damage(double kept)
    {
        using var file = File.Open(Index, FileMode.Open);
        var from = Math.Max(8192, (long)(file.Length * kept));
        file.Position = from;
        file.Write(new byte[file.Length - from]);
    }

    private async Task<bool> RunAndKill(int steps, int milliseconds)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Tocsin.Lake.Tests.exe" : "Tocsin.Lake.Tests");
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment[KilledIndexing.Workspace] = _folder.Path;
        using var indexing = Process.Start(start)!;
        for (var step = 0; step < steps; step++)
            await indexing.StandardOutput.ReadLineAsync(Cancel);
        await Task.Delay(milliseconds, Cancel);
        var running = !indexing.HasExited;
        indexing.Kill();
        await indexing.WaitForExitAsync(Cancel);
        return running;
    }

    private sealed class Step(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }
}
