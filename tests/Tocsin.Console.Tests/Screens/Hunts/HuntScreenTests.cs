using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Screens.Hunts;

/// <summary>Hunting over the real server, by addresses alone, as it works without script.</summary>
public sealed partial class HuntScreenTests : IAsyncLifetime
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
    public async Task Words_find_posts_and_are_marked_in_them()
    {
        var page = await _viewer.GetStringAsync("/hunt?q=bridge+monday");
        Assert.Single(Posts(page));
        Assert.Contains("<mark>bridge</mark>", page);
        Assert.Contains("<mark>Monday</mark>", page);
        Assert.DoesNotContain("Friday", page);
    }

    [Theory]
    [InlineData("domain:bridge-news.example", 2)]
    [InlineData("hxxps://bridge-news[.]example/a", 2)]
    [InlineData("#railway", 40)]
    [InlineData("hashtag:line1 account:@rider1", 15)]
    [InlineData("wallet:1BoatSLRHtKNngkdXEeobR76b53LETtpyT", 1)]
    [InlineData("@mason", 1)]
    [InlineData("bridge -friday", 1)]
    [InlineData("\"nobody ever paid\"", 2)]
    [InlineData("bridge railway", 0)]
    public async Task Observables_accounts_and_phrases_find_what_they_name(string query, int posts) =>
        Assert.Equal(posts, Posts(await _viewer.GetStringAsync($"/hunt?q={Uri.EscapeDataString(query)}")).Count);

    [Fact]
    public async Task What_cannot_be_read_is_pointed_at()
    {
        var page = await _viewer.ReadAsync("/hunt?q=train+colour:red");
        Assert.Contains("<mark>colour:</mark>", page);
        Assert.Contains("There is no field 'colour', at character 7.", page);
        Assert.Contains("aria-invalid=\"true\"", page);
        Assert.Empty(Posts(page));
    }

    [Fact]
    public async Task Pages_lead_from_one_to_the_next_and_hold_every_post_once()
    {
        var seen = new List<string>();
        for (var next = "/hunt?q=train"; next is not null;)
        {
            var page = await _viewer.GetStringAsync(next);
            seen.AddRange(Posts(page));
            next = NextLink().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups["href"].Value) : null;
        }
        Assert.Equal(90, seen.Count);
        Assert.Equal(90, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_range_bounds_what_is_found_and_is_compared_with_as_long_a_time_before()
    {
        const string Day = "/hunt?q=train&from=2026-03-03T09:00Z&to=2026-03-04T09:00Z&compare=1";
        Assert.Equal(24, Posts(await _viewer.GetStringAsync(Day)).Count);
        Assert.Contains("no change against the time before (24)", await _viewer.ReadAsync(Day + "&view=chart"));
        var top = await _viewer.ReadAsync(Day + "&view=top&field=hashtag");
        Assert.Matches(@"#railway.*?24.*?no change", top.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task In_an_archive_the_last_so_much_is_counted_from_the_newest_event()
    {
        var page = await _viewer.ReadAsync("/hunt?q=train&range=24h");
        Assert.Equal(24, Posts(page).Count);
        Assert.Contains("Counted back from the newest event", page);
    }

    [Theory]
    [InlineData("view=table", "rider5")]
    [InlineData("view=chart", "90 posts")]
    [InlineData("view=top&field=account", "rider5")]
    [InlineData("view=top&field=hashtag", "#line2")]
    [InlineData("view=list", "slow <mark>train</mark> number 89")]
    public async Task Every_view_is_whole_without_script(string view, string holds) => Assert.Contains(holds, await _viewer.ReadAsync($"/hunt?q=train&{view}"));

    [Fact]
    public async Task Each_value_narrows_the_hunt_or_is_left_out_of_it()
    {
        var top = await _viewer.GetStringAsync("/hunt/top?q=train&field=hashtag");
        var links = HuntLink().Matches(top).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).ToArray();
        Assert.Contains("/hunt?q=train%20hashtag%3Aline2&field=hashtag", links);
        Assert.Contains("/hunt?q=train%20-hashtag%3Aline2&field=hashtag", links);
        Assert.Equal(30, Posts(await _viewer.GetStringAsync("/hunt?q=train%20hashtag%3Aline2")).Count);
    }

    [Fact]
    public async Task Terms_are_told_as_understood_and_each_can_be_taken_away()
    {
        var page = await _viewer.ReadAsync("/hunt?q=train+%23Railway+-%23line1");
        Assert.Contains("Take away hashtag:railway", page);
        Assert.Contains("href=\"/hunt?q=train%20-hashtag%3Aline1\"", page);
    }

    [Fact]
    public async Task A_wrong_range_is_told_in_three_parts()
    {
        var page = await _viewer.ReadAsync("/hunt?q=train&from=soon");
        Assert.Contains("This is no time", page);
        Assert.Contains("from soon", page);
        Assert.Contains("Write it as", page);
    }

    [Fact]
    public async Task Exports_hold_all_that_was_found()
    {
        var csv = (await _viewer.GetStringAsync("/hunt/export.csv?q=train")).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("time,platform,id,kind,account_id,handle", csv[0]);
        Assert.Equal(91, csv.Length);
        using var json = JsonDocument.Parse(await _viewer.GetStringAsync("/hunt/export.json?q=bridge"));
        Assert.Equal(["b2", "b1"], json.RootElement.EnumerateArray().Select(post => post.GetProperty("id").GetString()!));
    }

    [Theory]
    [InlineData("/hunt?q=evil")]
    [InlineData("/hunt?q=domain:evil.example&view=table")]
    [InlineData("/hunt?view=top&field=account&q=evil")]
    [InlineData("/hunt?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task Texts_from_outside_are_texts(string address)
    {
        var page = await _viewer.GetStringAsync(address);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<script>document", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://evil.example", page);
        Assert.DoesNotContain('\u202E', page);
        Assert.True(page.Length < 200_000, $"{page.Length} characters");
    }

    [Fact]
    public async Task A_fragment_that_cannot_be_read_is_refused_in_three_parts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hunt/top?q=colour:red");
        request.Headers.Add("HX-Request", "true");
        using var answer = await _viewer.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("There is no field 'colour'", problem.RootElement.GetProperty("title").GetString());
        Assert.Contains("»colour:«", problem.RootElement.GetProperty("where").GetString());
    }

    [Fact]
    public async Task An_empty_lake_says_what_to_do()
    {
        await using var empty = await RunningConsole.StartAsync();
        using var viewer = await empty.SignedInAsync(PersonRole.Viewer);
        Assert.Contains("There is nothing to hunt in yet", await viewer.ReadAsync("/hunt"));
        Assert.Contains("There are no accounts yet", await viewer.ReadAsync("/accounts"));
    }

    private static List<string> Posts(string page) => [.. PostId().Matches(page).Select(match => match.Groups["id"].Value)];

    [GeneratedRegex("id=\"(post|row)-(?<id>[0-9a-f]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PostId();

    [GeneratedRegex("href=\"(?<to>/hunt\\?[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HuntLink();

    [GeneratedRegex("rel=\"next\" href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NextLink();
}
