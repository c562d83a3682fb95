using System.Net;
using System.Text.Json;
using Tocsin.Console.Screens.Accounts;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Screens.Hunts;

/// <summary>The SQL page and the page of nearly equal posts, by addresses alone, as they work without script.</summary>
public sealed class SqlScreenTests : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private HttpClient _viewer = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await HuntConsole.StartAsync();
        _viewer = await _console.SignedInAsync(PersonRole.Viewer);
    }

    public async ValueTask DisposeAsync()
    {
        _viewer.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_query_is_an_address_and_its_answer_a_table_with_numbers_at_the_right()
    {
        var page = await AskAsync("SELECT platform, count(*) AS n FROM posts GROUP BY platform");
        Assert.Contains("1 row", page);
        Assert.Contains("<td class=\"number\"><bdi>94</bdi></td>", page);
    }

    [Theory]
    [InlineData("DELETE FROM events")]
    [InlineData("COPY events TO '/tmp/out.csv'")]
    [InlineData("ATTACH '/tmp/other.db'")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SET memory_limit = '100GB'")]
    public async Task What_does_more_than_read_is_refused_and_changes_nothing(string sql)
    {
        Assert.Contains("error-panel", await AskAsync(sql));
        Assert.Contains("<bdi>94</bdi>", await AskAsync("SELECT count(*) AS n FROM events"));
    }

    [Fact]
    public async Task Rows_beyond_the_bound_are_left_out_and_that_is_said()
    {
        var page = await AskAsync("SELECT range AS n FROM range(5000)");
        Assert.Contains("Only the first 1,000 rows are here", page);
        using var all = JsonDocument.Parse(await _viewer.GetStringAsync("/hunt/sql/export.json?sql=" + Uri.EscapeDataString("SELECT range AS n FROM range(5000)")));
        Assert.Equal(5000, all.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_place()
    {
        var page = await AskAsync("SELECT nonsense\nFROM posts");
        Assert.Contains("nonsense", page);
        Assert.Contains("<mark>nonsense</mark>", page);
    }

    [Fact]
    public async Task A_first_column_of_times_makes_a_picture()
    {
        Assert.Contains("data-kind=\"timeline\"", await AskAsync("SELECT time_bucket(INTERVAL 1 DAY, time) AS day, count(*) AS n FROM posts GROUP BY day"));
        Assert.Contains("data-kind=\"stacked\"", await AskAsync("SELECT time_bucket(INTERVAL 1 DAY, time) AS day, count(*) AS n, count(DISTINCT account) AS a FROM posts GROUP BY day"));
        Assert.DoesNotContain("data-kind", await AskAsync("SELECT platform, count(*) AS n FROM posts GROUP BY platform"));
    }

    [Fact]
    public async Task Texts_in_an_answer_are_texts()
    {
        var answer = await _viewer.GetStringAsync("/hunt/sql?sql=" + Uri.EscapeDataString("SELECT text FROM posts WHERE id = 'h1'"));
        Assert.DoesNotContain("<script>document", answer);
        Assert.DoesNotContain("https://evil.example", answer);
        Assert.DoesNotContain('\u202E', answer);
    }

    [Fact]
    public async Task Queries_are_in_the_persons_history_and_nobody_elses()
    {
        await AskAsync("SELECT 41 + 1 AS mine");
        Assert.Contains("SELECT 41 + 1 AS mine", await _viewer.ReadAsync("/hunt/sql"));
        using var other = await _console.SignedInAsync(PersonRole.Lead);
        Assert.DoesNotContain("41 + 1", await other.ReadAsync("/hunt/sql"));
    }

    [Fact]
    public async Task The_schema_is_there_to_browse_and_to_complete_from()
    {
        using var schema = JsonDocument.Parse(await _viewer.GetStringAsync("/hunt/schema.json"));
        Assert.Contains("text", schema.RootElement.GetProperty("posts").EnumerateArray().Select(column => column.GetString()));
        Assert.Contains("data-insert=\"text\"", await _viewer.ReadAsync("/hunt/sql"));
    }

    [Fact]
    public async Task More_like_this_shows_the_nearly_equal_post_and_marks_what_differs()
    {
        var page = WebUtility.HtmlDecode(await _viewer.GetStringAsync($"/hunt/like/plaza/{AccountAddress.Segment("b1")}"));
        Assert.Contains("1 post is nearly the same", page);
        Assert.Contains("<mark>Monday</mark>", page);
        Assert.Contains("<mark>Friday</mark>", page);
        Assert.Contains("60 min later", page);
        using var missing = await _viewer.GetAsync("/hunt/like/plaza/nothing");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private Task<string> AskAsync(string sql) => _viewer.ReadAsync("/hunt/sql?sql=" + Uri.EscapeDataString(sql));
}
