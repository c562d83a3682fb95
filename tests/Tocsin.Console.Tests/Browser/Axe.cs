using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tocsin.Console.Tests.Browser;

/// <summary>The rules of access that every page keeps: WCAG 2.2 AA and axe's best practices.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>That the page as it stands breaks none of them, and is no wider than its window.</summary>
    public static async Task HoldsAsync(IPage page)
    {
        var found = await page.RunAxe(Rules);
        Assert.Empty(found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} — {node.Html}")));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
