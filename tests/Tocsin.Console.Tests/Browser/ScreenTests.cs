using Microsoft.Playwright;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Browser;

/// <summary>
/// Opens every screen in a real browser: nothing fails, nothing is wider than the window, no request leaves the host. With
/// TOCSIN_SCREENS set (<c>./test --screens DIR</c>) it does so at every size, in both themes, empty, usual and full, and keeps the pictures.
/// </summary>
public sealed class ScreenTests(Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TOCSIN_SCREENS") is { Length: > 0 } named ? named : null;

    private static readonly Look[] Some = [new(1440, 900, ColorScheme.Light), new(390, 844, ColorScheme.Dark)];

    private static readonly Look[] All =
        [.. new[] { (390, 844), (900, 1200), (1440, 900), (2560, 1440) }.SelectMany(size =>
            new[] { ColorScheme.Light, ColorScheme.Dark }.Select(scheme => new Look(size.Item1, size.Item2, scheme)))];

    [Fact]
    public async Task Every_screen_stands_with_signals()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        await LookAtAsync(console, "usual", [.. ScreenList.Anywhere, .. ScreenList.About(console)]);
    }

    [Fact]
    public async Task Every_screen_stands_empty()
    {
        await using var console = await RunningConsole.StartAsync();
        await LookAtAsync(console, "empty", ScreenList.Anywhere);
    }

    [Fact]
    public async Task Every_screen_stands_with_ten_thousand_signals()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        Samples.Multiply(console, 10_000);
        await LookAtAsync(console, "full", [.. ScreenList.Anywhere.Where(screen => screen.Name is "home" or "queue" or "networks" or "detectors" or "detector"), .. ScreenList.About(console)]);
    }

    [Fact]
    public async Task The_doors_stand()
    {
        await using var console = await RunningConsole.StartAsync();
        _ = await console.PersonAsync(PersonRole.Admin);
        foreach (var look in Looks)
        {
            await using var visit = await look.ComeAsync(chromium);
            foreach (var (name, address) in ScreenList.Outside) await LookAtAsync(visit, console, look, "usual", name, address);
        }
    }

    private static Look[] Looks => Folder is null ? Some : All;

    private async Task LookAtAsync(RunningConsole console, string state, IReadOnlyList<(string Name, string Address)> screens)
    {
        foreach (var look in Looks)
        {
            await using var visit = await look.SignInAsync(chromium, console, PersonRole.Admin);
            foreach (var (name, address) in screens) await LookAtAsync(visit, console, look, state, name, address);
        }
    }

    private static async Task LookAtAsync(Visit visit, RunningConsole console, Look look, string state, string name, string address)
    {
        var before = visit.Faults.Count;
        var page = await OpenAsync(visit, console, name, address);
        await page.WaitForTimeoutAsync(Folder is null ? 0 : 400);   // charts have drawn
        if (Folder is not null) await KeepAsync(page, $"{name}-{state}-{look}.png");
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{name} ({state}, {look}) is {wide} px wider than the window");
        Assert.True(visit.Faults.Count == before, $"{name} ({state}, {look}): {string.Join("; ", visit.Faults.Skip(before))}");
    }

    /// <summary>Opens a screen and waits until it stands; says which one did not.</summary>
    internal static async Task<IPage> OpenAsync(Visit visit, RunningConsole console, string name, string address)
    {
        try
        {
            var page = await visit.ToAsync(new Uri(console.Address, address).ToString());
            await IslandsAsync(page);
            return page;
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{name} ({address}) did not stand: {late.Message}", late);
        }
    }

    /// <summary>Waits for the islands, those too that came with a fragment.</summary>
    private static Task IslandsAsync(IPage page) => page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('[data-island]')].every(e => e.hasAttribute('data-mounted') || e.hasAttribute('data-failed'))");

    private static async Task KeepAsync(IPage page, string file)
    {
        Directory.CreateDirectory(Folder!);
        _ = await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, file) });
    }
}
