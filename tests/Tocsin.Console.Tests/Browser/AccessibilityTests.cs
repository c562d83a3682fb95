using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Browser;

/// <summary>axe-core finds no violation of WCAG 2.2 A and AA on any screen, in either theme, wide or narrow.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task No_screen_violates_the_guidelines(int width, ColorScheme scheme)
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        var look = new Look(width, 900, scheme);
        var found = new List<string>();
        await using (var visit = await look.SignInAsync(chromium, console, PersonRole.Admin))
        {
            foreach (var (name, address) in ScreenList.Anywhere.Concat(ScreenList.About(console))) found.AddRange(await CheckAsync(visit, console, name, address));
        }
        await using (var visit = await look.ComeAsync(chromium))
        {
            foreach (var (name, address) in ScreenList.Outside) found.AddRange(await CheckAsync(visit, console, name, address));
        }
        Assert.True(found.Count == 0, $"{look}:\n{string.Join('\n', found)}");
    }

    private static async Task<IEnumerable<string>> CheckAsync(Visit visit, RunningConsole console, string name, string address)
    {
        var page = await ScreenTests.OpenAsync(visit, console, name, address);
        var result = await page.RunAxe(Rules);
        return result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id}: {node.Html}"));
    }
}
