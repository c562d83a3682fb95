using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tocsin.Console.Tests.Browser;

namespace Tocsin.Console.Tests.Frame;

public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string, ColorScheme, int> Pages
    {
        get
        {
            var pages = new TheoryData<string, ColorScheme, int>();
            foreach (var path in (string[])["/", "/gallery/panes", "/gallery/detail", "/gallery/bare", "/gallery/nothing"])
            {
                foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                {
                    pages.Add(path, scheme, 1440);
                    pages.Add(path, scheme, 390);
                }
            }
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_of_the_frame_breaks_a_rule_or_the_content_policy(string path, ColorScheme scheme, int width)
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await visit.ToAsync(host.Address + path);
        await CheckAsync(page);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Neither_does_what_comes_over_it()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync(new() { ReducedMotion = ReducedMotion.Reduce });   // what fades in has no colour yet
        var page = await visit.ToAsync(host.Address + "/");
        await page.ClickAsync("#rail summary");
        await CheckAsync(page);
        await page.Keyboard.PressAsync("Escape");
        foreach (var key in (string[])["Control+k", "?", "d"])
        {
            await page.Keyboard.PressAsync(key);
            await page.WaitForSelectorAsync("dialog[open]");
            await CheckAsync(page);
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForSelectorAsync("dialog[open]", new() { State = WaitForSelectorState.Detached });
        }
        await page.ClickAsync("#say");
        await page.ClickAsync("#fail");
        await page.WaitForSelectorAsync(".toast.error");
        await CheckAsync(page);
        Assert.Empty(visit.Faults);
    }

    private static async Task CheckAsync(IPage page)
    {
        var found = await page.RunAxe(Rules);
        Assert.Empty(found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} — {node.Html}")));
    }
}
