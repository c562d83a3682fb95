using System.IO.Compression;
using Microsoft.Playwright;
using Tocsin.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Tocsin.Console.Tests.Frame;

public sealed class BehaviourTests(Chromium chromium)
{
    [Fact]
    public async Task What_goes_wrong_is_told_in_three_parts_and_what_was_done_can_be_undone()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        await page.ClickAsync("#fail");
        await Expect(page.Locator(".toast.error")).ToContainTextAsync("The lake is closed.");
        await Expect(page.Locator(".toast.error .where")).ToHaveTextAsync("/gallery/fail");
        await Expect(page.Locator(".toast.error .hint")).ToHaveTextAsync("Open it and try again.");
        await page.ClickAsync(".toast.error [data-close]");
        await page.ClickAsync("#clash");
        await Expect(page.Locator("#conflict")).ToHaveTextAsync("Ana decided this.");
        await page.ClickAsync("#say");
        await Expect(page.Locator(".toast")).ToContainTextAsync("Decided: false positive.");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".toast").Last).ToContainTextAsync("Taken back.");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_too()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        await page.RouteAsync("**/gallery/fail", route => route.AbortAsync());
        await page.ClickAsync("#fail");
        await Expect(page.Locator(".toast.error")).ToContainTextAsync("The server does not answer.");
    }

    [Fact]
    public async Task A_form_in_a_dialog_that_was_answered_well_closes_it()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator("#decision-reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("They share one wallet.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".toast")).ToContainTextAsync("Decided.");
    }

    [Fact]
    public async Task Colours_change_at_once_are_kept_and_go_back_when_the_server_refuses()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/detail");
        await page.ClickAsync("#rail summary");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("oklch(0.175 0.008 265)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Equal(["theme=dark"], host.Preferred);
        await page.RouteAsync("**/account/preferences", route => route.FulfillAsync(new() { Status = 400, Body = "{\"title\":\"No.\"}" }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync();
        await Expect(page.Locator(".toast.error")).ToContainTextAsync("No.");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task What_is_blurred_opens_by_tick_or_key_and_closes_on_leaving()
    {
        await using var host = await GalleryHost.StartAsync();
        host.Viewer.Preferences = new() { BlurText = true };
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        Task<string> Filter(int n) => page.EvaluateAsync<string>($"getComputedStyle(document.querySelectorAll('.outside .text')[{n}]).filter");
        Assert.Equal("blur(6px)", await Filter(0));
        await page.Locator(".outside .reveal").First.ClickAsync();
        await Expect(page.Locator(".outside .text").First).ToHaveCSSAsync("filter", "none");
        Assert.Equal("blur(6px)", await Filter(1));
        await page.Keyboard.PressAsync("b");
        await Expect(page.Locator(".outside .text").Nth(1)).ToHaveCSSAsync("filter", "none");
        await page.EvaluateAsync("window.dispatchEvent(new Event('blur'))");
        foreach (var n in (int[])[0, 1]) await Expect(page.Locator(".outside .text").Nth(n)).ToHaveCSSAsync("filter", "blur(6px)");
    }

    [Fact]
    public async Task Times_are_in_the_viewers_zone_with_the_exact_utc_beside()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync(new() { TimezoneId = "Asia/Tokyo" });
        var page = await visit.ToAsync(host.Address + "/");
        var time = page.Locator("time[data-style=time]").First;
        var utc = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!);
        Assert.Equal($"{utc.ToOffset(TimeSpan.FromHours(9)):d MMM, HH:mm}", await time.TextContentAsync());
        Assert.Equal($"{utc:d MMM yyyy HH:mm:ss} UTC", await time.GetAttributeAsync("title"));
    }

    [Fact]
    public async Task A_stretch_drawn_over_a_chart_becomes_the_time_range()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/detail?q=win");
        var box = (await page.Locator("[data-kind=timeline] canvas").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.3f), box.Y + 80);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 80, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**/gallery/detail?q=win&from=2026-03-*&to=2026-03-*");
    }

    [Fact]
    public async Task Sql_is_written_in_the_editor_completed_from_the_schema_and_run_by_keys()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/detail");
        await page.ClickAsync(".editor .cm-content");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("select plat");
        await Expect(page.Locator(".cm-tooltip-autocomplete li").First).ToContainTextAsync("plat");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.TypeAsync("form from events");
        await Expect(page.Locator("textarea[name=sql]")).ToHaveValueAsync("select platform from events");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/gallery/detail?sql=select+platform+from+events");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Pages_read_well_without_script()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync(new() { JavaScriptEnabled = false });
        await visit.Page.GotoAsync(host.Address + "/gallery/panes");
        await Expect(visit.Page.Locator("#rail a[href='/hunt']")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#facets a").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#row-0")).ToBeVisibleAsync();
        await visit.Page.GotoAsync(host.Address + "/gallery/detail");
        await visit.Page.Locator(".chart details summary").First.ClickAsync();
        await Expect(visit.Page.Locator(".chart table").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("textarea[name=sql]")).ToBeVisibleAsync();
        await visit.Page.Locator("#rail summary").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        Assert.Equal(["theme=dark"], host.Preferred);
    }

    [Fact]
    public async Task Before_islands_a_page_loads_less_than_60_kB_of_script()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var scripts = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (request.ResourceType == "script") lock (scripts) scripts.Add(request.Url);
        };
        await visit.ToAsync(host.Address + "/");
        using var client = new HttpClient();
        var total = 0L;
        foreach (var url in scripts.Distinct()) total += Zipped(await client.GetByteArrayAsync(url));
        Assert.InRange(total, 1, 60_000);
    }

    private static long Zipped(byte[] content)
    {
        using var into = new MemoryStream();
        using (var zip = new GZipStream(into, CompressionLevel.Optimal)) zip.Write(content);
        return into.ToArray().LongLength;
    }
}
