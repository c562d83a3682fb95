namespace Tocsin.Cli.Tests.Commands;

public class AnalyzeCommandTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Five accounts that post the same links within seconds on many days, among a crowd that does not.</summary>
    private static IEnumerable<string> Posts()
    {
        var random = new Random(5);
        var id = 0;
        for (var day = 0; day < 12; day++)
        {
            var push = Start.AddDays(day).AddMinutes(random.Next(600));
            for (var i = 0; i < 5; i++)
                yield return Post(++id, $"ring{i}", push.AddSeconds(random.Next(50)), $"Read this now, friends {day}", $"https://ring.example/{day}");
            for (var i = 0; i < 60; i++)
                yield return Post(++id, $"person{random.Next(80)}", Start.AddDays(day).AddSeconds(random.Next(80_000)), $"Thought number {id} of somebody", $"https://site{random.Next(40)}.example/{random.Next(30)}");
        }
    }

    private static string Post(int id, string account, DateTimeOffset time, string text, string url) =>
        $$"""{"id":"p{{id}}","account":"{{account}}","ts":"{{time:yyyy-MM-dd'T'HH:mm:ss'Z'}}","text":"{{text}}","is_repost":false,"hashtags":[],"urls":["{{url}}"]}""";

    [Fact]
    public void One_line_leads_from_a_file_to_ranked_signals()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["posts.jsonl"], Posts());

        var outcome = Cli.Run("analyze", folder["posts.jsonl"], "--no-serve", "--workspace", folder["w"], "--json");

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(12 * 65, outcome.Json.GetProperty("imported").GetInt32());
        var best = outcome.Json.GetProperty("signals")[0].GetProperty("accounts").EnumerateArray().Select(a => a.GetString()).Order();
        Assert.Equal(["ring0", "ring1", "ring2", "ring3", "ring4"], best);

        var again = Cli.Run("analyze", folder["posts.jsonl"], "--no-serve", "--workspace", folder["w"]);
        Assert.Contains("likelihood", again.Out);
        Assert.Contains("tocsin signals show", again.Error);
    }
}
