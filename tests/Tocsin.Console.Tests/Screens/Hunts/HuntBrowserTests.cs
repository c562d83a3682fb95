using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tocsin.Console.Screens.Accounts;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Tocsin.Console.Tests.Screens.Hunts;

/// <summary>Hunting, accounts and detectors in a real browser.</summary>
public sealed class HuntBrowserTests(Chromium chromium)
{
    private const string Counted = "SELECT time_bucket(INTERVAL 1 DAY, time) AS day, count(*) AS n FROM posts GROUP BY day";

    private static readonly string[] Screens =
    [
        "/hunt", "/hunt?q=train", "/hunt?q=train&view=table", "/hunt?q=train&view=chart&range=24h&compare=1", "/hunt?q=train&view=top&range=24h", "/hunt?q=colour:red",
        "/hunt?q=evil", "/hunt?q=nothing", "/hunt/saved", "/hunt/sql", "/hunt/sql?sql=" + Counted, "/hunt/sql?sql=SELECT nonsense FROM posts", "/hunt/like/plaza/b1", "/accounts",
        AccountAddress.Of("plaza", "mason"), "/accounts/plaza/nobody", "/detectors", "/detectors/coordination",
    ];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task No_screen_breaks_a_rule_or_its_width_or_the_content_policy(ColorScheme scheme, int width)
    {
        await using var console = await HuntConsole.StartAsync();
        await using var visit = await EnterAsync(console, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var wrong = new List<string>();
        foreach (var screen in Screens)
        {
            var page = await visit.ToAsync(new Uri(console.Address, screen).AbsoluteUri);
            await Expect(page.Locator(".later")).ToHaveCountAsync(0);
            wrong.AddRange((await page.RunAxe(Rules)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{screen}: {violation.Id}: {violation.Help} — {node.Html}")));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over) wrong.Add($"{screen}: {over} px too wide");
        }
        Assert.Empty(wrong);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_hunt_is_typed_narrowed_and_back_again()
    {
        await using var console = await HuntConsole.StartAsync();
        await using var visit = await EnterAsync(console);
        var page = await visit.ToAsync(new Uri(console.Address, "/hunt").AbsoluteUri);
        await page.FillAsync("#hunt-query", "train");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/hunt?q=train");
        await page.ClickAsync("#top-values .worth a >> nth=1");
        await Expect(page.Locator(".terms")).ToContainTextAsync("hashtag:line");
        await page.GoBackAsync();
        await Expect(page.Locator("#hunt-query")).ToHaveValueAsync("train");
        await Expect(page.Locator(".chart-canvas[data-mounted]")).ToHaveCountAsync(1);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_deleted_hunt_comes_back_by_undo()
    {
        await using var console = await HuntConsole.StartAsync();
        await using var visit = await EnterAsync(console);
        var page = await visit.ToAsync(new Uri(console.Address, "/hunt?q=bridge").AbsoluteUri);
        await page.ClickAsync("[commandfor=save-hunt][command=show-modal]");
        await page.FillAsync("#field-name", "Bridges");
        await page.ClickAsync("#save-hunt footer .primary");
        await page.WaitForURLAsync("**saved=*");
        await visit.ToAsync(new Uri(console.Address, "/hunt/saved").AbsoluteUri);
        await page.ClickAsync("[aria-label='Delete Bridges']");
        await Expect(page.Locator(".saved-hunt")).ToHaveCountAsync(0);
        await page.ClickAsync(".toast [data-undo]");
        await Expect(page.Locator(".saved-hunt")).ToContainTextAsync("Bridges");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_query_runs_in_its_place_becomes_the_address_and_can_be_cancelled()
    {
        await using var console = await HuntConsole.StartAsync();
        await using var visit = await EnterAsync(console);
        var page = await visit.ToAsync(new Uri(console.Address, "/hunt/sql?sql=SELECT 1 AS one").AbsoluteUri);
        await Expect(page.Locator("#sql-result")).ToContainTextAsync("1 row");
        await page.ClickAsync(".editor");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("SELECT 6 * 7 AS answer");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#sql-result")).ToContainTextAsync("42");
        Assert.Contains("answer", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range * b.range = 7");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ClickAsync("[data-cancel]");
        await Expect(page.Locator("[data-clock]")).ToContainTextAsync("Cancelled");
        Assert.DoesNotContain(visit.Faults, fault => !fault.StartsWith("console: htmx:", StringComparison.Ordinal));   // htmx writes of what it aborts
    }

    [Fact]
    public async Task A_label_is_given_in_the_dialog_and_shows_at_once()
    {
        await using var console = await HuntConsole.StartAsync();
        await using var visit = await EnterAsync(console);
        var page = await visit.ToAsync(new Uri(console.Address, AccountAddress.Of("plaza", "mason")).AbsoluteUri);
        await page.ClickAsync("[commandfor=add-label][command=show-modal]");
        await page.FillAsync("#field-text", "builder");
        await page.FillAsync("#label-reason", "says so");
        await page.ClickAsync("#add-label footer .primary");
        await Expect(page.Locator("#labels li")).ToContainTextAsync("builder");
        Assert.Empty(visit.Faults);
    }

    private async Task<Visit> EnterAsync(RunningConsole console, BrowserNewContextOptions? options = null)
    {
        var visit = await chromium.VisitAsync(options);
        await visit.ToAsync((await console.SignInLinkAsync(PersonRole.Analyst)).AbsoluteUri);
        return visit;
    }
}
