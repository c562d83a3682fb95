using System.Net;
using System.Text.RegularExpressions;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Tests.Screens.Signals;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Tests.Screens.Queue;

public sealed partial class QueuePageTests
{
    [Fact]
    public async Task Signals_are_listed_a_page_at_a_time_each_once()
    {
        await using var console = await ManyAsync(230);
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        var page = await client.ReadAsync("/queue");
        List<string> seen = [.. Rows(page)];
        Assert.Equal(100, seen.Count);
        while (Next().Match(page) is { Success: true } next)
        {
            page = await client.ReadAsync(next.Groups["url"].Value);
            seen.AddRange(Rows(page));
        }
        Assert.Equal(230, seen.Distinct().Count());
        Assert.Equal(230, seen.Count);
        Assert.Equal([.. seen.Order(StringComparer.Ordinal)], seen);
    }

    [Fact]
    public async Task Without_script_the_next_page_is_a_page()
    {
        await using var console = await ManyAsync(130);
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        var first = await client.ReadAsync("/queue");
        var second = await client.ReadAsync(NextPage().Match(first).Groups["url"].Value);
        Assert.Equal(30, Rows(second).Count());
        Assert.Contains("Back to the first page", second);
    }

    [Fact]
    public async Task Facets_narrow_the_list_and_count_what_is_there()
    {
        await using var console = await ManyAsync(30);
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var page = await client.ReadAsync("/queue?severity=high&q=N-00");
        Assert.Equal(10, Rows(page).Count());
        Assert.Matches("aria-current=\"true\"[^>]*><bdi class=\"word\">high</bdi>", page);
        Assert.Empty(Rows(await client.ReadAsync("/queue?severity=low")));
        Assert.Contains("No signal matches these filters", await client.ReadAsync("/queue?severity=low"));
    }

    [Fact]
    public async Task What_leaves_the_open_queue_stays_countable()
    {
        await using var console = await ManyAsync(4);
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        await client.ActAsync("/queue", "decide", ("signal", "N-000.1"), ("kind", "true_positive"), ("reason", "so"));
        await client.ActAsync("/queue", "snooze", ("signal", "N-001.1"), ("until", "1d"));
        console.Save(Some.Signal("N-002") with { Active = false });
        Assert.Equal(["N-003"], Rows(await client.ReadAsync("/queue")));
        Assert.Equal(["N-000"], Rows(await client.ReadAsync("/queue?state=decided")));
        Assert.Equal(["N-001"], Rows(await client.ReadAsync("/queue?state=snoozed")));
        Assert.Equal(["N-002"], Rows(await client.ReadAsync("/queue?state=gone")));
        Assert.Equal(4, Rows(await client.ReadAsync("/queue?state=any")).Count());
        Assert.Equal(["1", "1", "1", "1"], Tabs().Matches(await client.ReadAsync("/queue")).Select(tab => tab.Groups["count"].Value));
    }

    [Fact]
    public async Task The_figures_of_home_open_what_they_count()
    {
        await using var console = await ManyAsync(2);
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        await client.ReadAsync("/");
        console.Save(Some.Signal("N-NEW") with { History = [new SignalChange(Some.Noon.AddDays(9), "raised", "First seen with 2 accounts.")] });
        console.Save(Some.Signal("N-000") with { History = [new SignalChange(Some.Noon.AddDays(9), "grown", "3 joined, 0 left: 5 accounts.")] });
        var home = await client.ReadAsync("/");
        var raised = SinceLink().Matches(home).Single(link => link.Groups["verb"].Value == "raised").Groups["url"].Value;
        var grown = SinceLink().Matches(home).Single(link => link.Groups["verb"].Value == "grown").Groups["url"].Value;
        Assert.Equal(["N-NEW"], Rows(await client.ReadAsync(raised)));
        Assert.Equal(["N-000"], Rows(await client.ReadAsync(grown)));
        using var seen = await client.SubmitAsync("/", "/home/seen", ("until", "999999"));
        Assert.Contains("Nothing new", await client.FollowAsync(seen));
    }

    [Fact]
    public async Task A_link_to_a_signal_in_the_queue_opens_its_preview()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        var signal = (await console.WorstAsync(3))[2];
        Assert.Contains("Could it be innocent?", await client.ReadAsync($"/queue?at={signal.Id}"));
    }

    [Theory]
    [InlineData("/queue?after=nonsense")]
    [InlineData("/queue?sort=accounts&after=eyJTb3J0IjowfQ")]
    [InlineData("/queue?severity=none&sort=drop&at=..%2F..%2Fetc")]
    public async Task Addresses_of_somebody_s_invention_do_no_harm(string address)
    {
        await using var console = await ManyAsync(1);
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["N-000"], Rows(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<RunningConsole> ManyAsync(int count)
    {
        var console = await RunningConsole.StartAsync();
        console.Save([.. Enumerable.Range(0, count).Select(i => Some.Signal($"N-{i:000}") with { Score = 90 - (i / 1000.0) })]);
        return console;
    }

    private static IEnumerable<string> Rows(string html) => Row().Matches(html).Select(row => row.Groups["id"].Value);

    [GeneratedRegex("<li class=\"row queue-row[^\"]*\" id=\"s-(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("hx-get=\"(?<url>/queue/rows[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    [GeneratedRegex("rel=\"next\" href=\"(?<url>/queue[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextPage();

    [GeneratedRegex("<span class=\"count\">(?<count>\\d+)</span></a>\\s*(<a href=\"/queue\\?state|</nav>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tabs();

    [GeneratedRegex("href=\"(?<url>/queue\\?state=any&since=(?<verb>\\w+)[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SinceLink();
}
