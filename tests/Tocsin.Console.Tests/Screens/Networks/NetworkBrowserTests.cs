using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Tocsin.Console.Tests.Screens.Networks;

/// <summary>The screen of a network in a real browser: what the hand does, what the address keeps, and what is left without WebGL or script.</summary>
public sealed class NetworkBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private SignalState _signal = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartWithSignalsAsync();
        _signal = (await new SignalQueue(_console.Casework).ListAsync(new() { Kinds = ["network"] }, limit: 1)).Items[0];
    }

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task Sliders_change_who_belongs_and_the_address_keeps_it()
    {
        await using var visit = await SignedInAsync();
        var page = await visit.ToAsync($"{_console.Address}networks/{_signal.Id}");
        await Expect(page.Locator("[data-count=members]")).ToContainTextAsync($"{_signal.Accounts} members");
        await page.Locator("[data-threshold]").EvaluateAsync("slider => { slider.value = 100; slider.dispatchEvent(new Event('input')); }");
        await Expect(page.Locator("[data-count=members]")).ToContainTextAsync($"of the {_signal.Accounts} found stay");
        await page.WaitForURLAsync("**/*threshold=*");
        await page.Locator("[data-layout=radial]").ClickAsync();
        await page.WaitForURLAsync("**/*layout=radial*");
        var said = await page.Locator("[data-count=members]").TextContentAsync();
        await page.ReloadAsync();
        await visit.ReadyAsync();
        await Expect(page.Locator("[data-count=members]")).ToHaveTextAsync(said!);
        await Expect(page.Locator("[data-layout=radial]")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Contains("threshold=", await page.Locator("[data-file='ties.csv']").GetAttributeAsync("href"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Who_is_found_can_be_taken_out_and_brought_back()
    {
        await using var visit = await SignedInAsync();
        var page = await visit.ToAsync($"{_console.Address}networks/{_signal.Id}");
        var name = await page.Locator("[data-rows] th").First.TextContentAsync();
        await page.Locator("[data-find]").FillAsync(name!);
        await page.Locator("[data-find]").PressAsync("Enter");
        await page.WaitForURLAsync("**/*pick=*");
        if (await page.Locator("[data-no-webgl]").CountAsync() > 0)
        {
            await page.Locator("[data-rows] input").First.CheckAsync();
            await page.Locator("[data-judge]").ClickAsync();
        }
        else await page.Locator(".card-actions button").First.ClickAsync();
        await page.Locator("#judge-reason").FillAsync("Belongs to the newsroom.");
        await page.Locator("#judge button.primary").ClickAsync();
        await Expect(page.Locator(".hidden-count")).ToContainTextAsync("1 taken out");
        await Expect(page.Locator("[data-count=members]")).Not.ToContainTextAsync($"{_signal.Accounts} members");   // others may go with it
        await page.Locator("[data-undo]").ClickAsync();
        await Expect(page.Locator(".hidden-count")).ToContainTextAsync("none put in or taken out");
        await Expect(page.Locator("[data-count=members]")).ToContainTextAsync($"{_signal.Accounts} members");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_script_the_table_says_the_same()
    {
        await using var visit = await SignedInAsync(new() { JavaScriptEnabled = false });
        await visit.Page.GotoAsync($"{_console.Address}networks/{_signal.Id}?tab=accounts&sort=name&order=rising");
        await Expect(visit.Page.Locator("[data-rows] tr")).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".claim")).ToHaveTextAsync(_signal.Claim);
        await visit.Page.Locator("[data-judge]").ClickAsync();
        await visit.Page.Locator("[data-rows] input").First.CheckAsync(new() { Force = true });
        await visit.Page.Locator("#judge-reason").FillAsync("Does not belong.");
        await visit.Page.Locator("#judge button.primary").ClickAsync();
        await Expect(visit.Page.Locator(".hidden-count")).ToContainTextAsync("1 taken out");
    }

    [Fact]
    public async Task Without_WebGL_it_says_so_and_shows_the_table()
    {
        await using var visit = await SignedInAsync();
        await visit.Page.AddInitScriptAsync("const get = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest); };");
        var page = await visit.ToAsync($"{_console.Address}networks/{_signal.Id}");
        await Expect(page.Locator("[data-panel=accounts]")).ToBeVisibleAsync();
        await page.Locator("[data-tab-link=graph]").ClickAsync();
        await Expect(page.Locator("[data-panel=graph]")).ToContainTextAsync("WebGL is missing");
        await page.Locator("[data-tab-link=matrix]").ClickAsync();
        await Expect(page.Locator("[data-panel=matrix] canvas")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData("graph", ColorScheme.Light, 1440)]
    [InlineData("matrix", ColorScheme.Dark, 1440)]
    [InlineData("times", ColorScheme.Light, 390)]
    [InlineData("accounts", ColorScheme.Dark, 390)]
    public async Task Everybody_can_use_it(string tab, ColorScheme colours, int width)
    {
        await using var visit = await SignedInAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await visit.ToAsync($"{_console.Address}networks/{_signal.Id}?tab={tab}");
        await page.Locator("[data-acts]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
        Assert.Empty(visit.Faults);
    }

    private async Task<Visit> SignedInAsync(BrowserNewContextOptions? options = null)
    {
        var visit = await chromium.VisitAsync(options);
        await visit.Page.GotoAsync($"{await _console.SignInLinkAsync(PersonRole.Analyst)}");
        return visit;
    }
}
