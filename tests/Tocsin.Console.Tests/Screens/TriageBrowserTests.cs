using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Tocsin.Console.Tests.Screens;

public sealed class TriageBrowserTests(Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Fact]
    public async Task Signals_are_triaged_by_keyboard_alone()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await using var visit = await EnterAsync(console, PersonRole.Analyst);
        var worst = await console.WorstAsync(3);
        var page = await visit.ToAsync(new Uri(console.Address, "/queue").ToString());
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator($"#s-{worst[0].Id}")).ToBeFocusedAsync();
        await Expect(page.Locator("#preview")).ToContainTextAsync("Could it be innocent?");
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.TypeAsync("one hand wrote all of it");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator($"#s-{worst[1].Id}")).ToBeFocusedAsync();
        await Expect(page.Locator("#toasts")).ToContainTextAsync($"{worst[0].Id}: True positive.");
        await Expect(page.Locator($"#s-{worst[0].Id}")).ToHaveCountAsync(0);
        Assert.Equal("one hand wrote all of it", Assert.Single((await console.Queue().FindAsync(worst[0].Id))!.Dispositions).Reason);
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator($"#s-{worst[0].Id}")).ToBeFocusedAsync();
        Assert.Equal(SignalStatus.Open, (await console.StateAsync(worst[0].Id)).State);
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("snoozed until it grows");
        await Expect(page.Locator("#queue-tabs")).ToContainTextAsync("Snoozed 1");
        await Expect(page.Locator($"#s-{worst[1].Id}")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("h");
        await Expect(page.Locator($"#s-{worst[1].Id}")).ToContainTextAsync("held by you");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Uri(console.Address, $"/signals/{worst[1].Id}").ToString());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Of_two_browsers_one_wins_and_the_other_is_told_and_keeps_its_words()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await using var one = await EnterAsync(console, PersonRole.Analyst);
        await using var two = await EnterAsync(console, PersonRole.Lead);
        var signal = (await console.WorstAsync(1))[0];
        var address = new Uri(console.Address, "/queue").ToString();
        var first = await one.ToAsync(address);
        var second = await two.ToAsync(address);
        foreach (var page in (IPage[])[first, second])
        {
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator($"#s-{signal.Id}")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("d");
            await Expect(page.Locator("#decide-dialog")).ToBeVisibleAsync();
        }
        await first.Keyboard.PressAsync("3");
        await first.Keyboard.TypeAsync("a newsroom at work");
        await first.Keyboard.PressAsync("Control+Enter");
        await Expect(first.Locator("#toasts")).ToContainTextAsync("False positive");
        await second.Keyboard.PressAsync("1");
        await second.Keyboard.TypeAsync("my own careful words");
        await second.Keyboard.PressAsync("Control+Enter");
        await Expect(second.Locator("#conflict-decide")).ToContainTextAsync("Test Analyst decided: False positive");
        await Expect(second.Locator("#conflict-decide")).ToContainTextAsync("a newsroom at work");
        await Expect(second.Locator("#decide-reason")).ToHaveValueAsync("my own careful words");
        await Expect(second.Locator("#decide-dialog")).ToBeVisibleAsync();
        await second.Keyboard.PressAsync("Control+Enter");
        await Expect(second.Locator("#toasts")).ToContainTextAsync("True positive");
        Assert.Equal(2, (await console.Queue().FindAsync(signal.Id))!.Dispositions.Count);
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_taken_back_as_one()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await using var visit = await EnterAsync(console, PersonRole.Analyst);
        var worst = await console.WorstAsync(3);
        var page = await visit.ToAsync(new Uri(console.Address, "/queue").ToString());
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("2 chosen");
        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator("#decide-dialog [data-count]")).ToHaveTextAsync("2 signals");
        await Expect(page.Locator("#decide-dialog [data-sample]")).ToContainTextAsync($"{worst[0].Accounts + worst[1].Accounts} accounts in all");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.TypeAsync("two of a kind");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator($"#s-{worst[2].Id}")).ToBeFocusedAsync();
        await Expect(page.Locator("#toasts")).ToContainTextAsync("2 signals: True positive.");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator($"#s-{worst[0].Id}")).ToBeVisibleAsync();
        await Expect(page.Locator($"#s-{worst[1].Id}")).ToBeVisibleAsync();
        foreach (var signal in worst) Assert.Equal(SignalStatus.Open, (await console.StateAsync(signal.Id)).State);
    }

    [Fact]
    public async Task The_address_says_what_is_shown_and_back_goes_back()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await using var visit = await EnterAsync(console, PersonRole.Viewer);
        var page = await visit.ToAsync(new Uri(console.Address, "/queue").ToString());
        var all = await page.Locator(".queue-row").CountAsync();
        await page.ClickAsync("#facets .facet-value >> nth=0");
        await page.WaitForURLAsync(url => url.Contains("/queue?severity=", StringComparison.Ordinal));
        await Expect(page.Locator(".facet-value[aria-current]")).ToHaveCountAsync(1);
        var some = await page.Locator(".queue-row").CountAsync();
        Assert.True(some < all, $"{some} of {all}");
        await page.GoBackAsync();
        await visit.ReadyAsync();
        await Expect(page.Locator(".queue-row")).ToHaveCountAsync(all);
        await page.GoForwardAsync();
        await visit.ReadyAsync();
        await Expect(page.Locator(".queue-row")).ToHaveCountAsync(some);
    }

    [Fact]
    public async Task From_home_to_the_evidence_of_the_worst_network_it_is_two_clicks()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await using var visit = await EnterAsync(console, PersonRole.Viewer);
        var page = await visit.ToAsync(console.Address.ToString());
        await page.ClickAsync("#worst .claim-line >> nth=0");
        await page.ClickAsync(".why-same header a");
        await Expect(page.Locator("#evidence h2")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task On_a_signal_what_was_typed_outlives_a_conflict()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await using var visit = await EnterAsync(console, PersonRole.Analyst);
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        var signal = (await console.WorstAsync(1))[0];
        var page = await visit.ToAsync(new Uri(console.Address, $"/signals/{signal.Id}").ToString());
        await lead.ActAsync("/queue", "decide", ("signal", signal.Target()), ("kind", "inconclusive"), ("reason", "too little"));
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.TypeAsync("my words");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#conflict-decide")).ToContainTextAsync("Test Lead decided: Inconclusive");
        await Expect(page.Locator("#decide-reason")).ToHaveValueAsync("my words");
        await page.ClickAsync("#decide button.primary");
        await Expect(page.Locator("#signal-aside")).ToContainTextAsync("Take back");
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync(url => !url.Contains(signal.Id, StringComparison.Ordinal));
    }

    public static TheoryData<string, ColorScheme, int> Screens
    {
        get
        {
            var screens = new TheoryData<string, ColorScheme, int>();
            foreach (var screen in (string[])["home", "queue", "preview", "decide", "signal", "empty home", "empty queue"])
            {
                foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                {
                    screens.Add(screen, scheme, 1440);
                    screens.Add(screen, scheme, 390);
                }
            }
            return screens;
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task No_screen_breaks_a_rule_of_accessibility_or_the_content_policy(string screen, ColorScheme scheme, int width)
    {
        await using var console = screen.StartsWith("empty", StringComparison.Ordinal) ? await RunningConsole.StartAsync() : await RunningConsole.StartWithSignalsAsync();
        await using var visit = await chromium.VisitAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        await visit.ToAsync((await console.SignInLinkAsync(PersonRole.Analyst)).ToString());
        var signal = screen.StartsWith("empty", StringComparison.Ordinal) ? "" : (await console.WorstAsync(1))[0].Id;
        var path = screen switch
        {
            "home" or "empty home" => "/",
            "preview" or "decide" => $"/queue?at={signal}",
            "signal" => $"/signals/{signal}",
            _ => "/queue",
        };
        var page = await visit.ToAsync(new Uri(console.Address, path).ToString());
        if (screen == "decide" && width > 900) await page.ClickAsync(".preview-head [data-act-open=decide]");
        var result = await page.RunAxe(Rules);
        Assert.True(result.Violations.Length == 0, string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n    {string.Join("\n    ", v.Nodes.Take(3).Select(n => n.Html))}")));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(visit.Faults);
    }

    private async Task<Visit> EnterAsync(RunningConsole console, PersonRole role)
    {
        var visit = await chromium.VisitAsync();
        await visit.ToAsync((await console.SignInLinkAsync(role)).ToString());
        return visit;
    }
}
