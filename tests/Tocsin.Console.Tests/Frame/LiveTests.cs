using Tocsin.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Tocsin.Console.Tests.Frame;

public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task News_gather_on_a_button_and_rows_stay_where_they_are()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/panes");
        host.Publish(Signal(1, "N-1"));
        host.Publish(Signal(2, "N-2"));
        host.Publish(Signal(3, "N-1"));
        await Expect(page.Locator(".fresh")).ToHaveTextAsync("2 new");
        await Expect(page.Locator("#rows > [data-row]").First).ToHaveIdAsync("row-0");
        await page.ClickAsync(".fresh");
        await Expect(page.Locator("#rows > [data-row]").First).ToHaveIdAsync("row-100");
        await Expect(page.Locator(".fresh")).ToBeHiddenAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_stream_that_broke_off_is_told_and_goes_on_where_it_was()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/panes");
        host.Publish(Signal(41, "N-1"));
        await Expect(page.Locator(".fresh")).ToHaveTextAsync("1 new");
        host.Down = true;
        await host.BreakAsync();
        await Expect(page.Locator("[data-live-state]")).ToHaveTextAsync("Reconnecting…");
        host.Down = false;
        host.Publish(Signal(42, "N-2"));
        await Expect(page.Locator(".fresh")).ToHaveTextAsync("2 new");
        await Expect(page.Locator("[data-live-state]")).ToBeHiddenAsync();
        Assert.Equal("", host.Resumed[0]);
        Assert.Equal("41", host.Resumed[^1]);
    }

    [Fact]
    public async Task Two_tabs_share_one_stream()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        await visit.ToAsync(host.Address + "/gallery/panes");
        var second = await visit.Context.NewPageAsync();
        await second.GotoAsync(host.Address + "/gallery/panes");
        await second.WaitForSelectorAsync("html[data-ready]");
        host.Publish(Signal(7, "N-7"));
        await Expect(visit.Page.Locator(".fresh")).ToHaveTextAsync("1 new");
        await Expect(second.Locator(".fresh")).ToHaveTextAsync("1 new");
        Assert.Single(host.Resumed);
        // The reader goes; the other takes over with what it has heard.
        await visit.Page.CloseAsync();
        await host.ListeningAsync(2);
        host.Publish(Signal(8, "N-8"));
        await Expect(second.Locator(".fresh")).ToHaveTextAsync("2 new");
        Assert.Equal(["", "7"], host.Resumed);
    }

    private static string Signal(int id, string signal) => $"id: {id}\nevent: signal\ndata: {{\"id\":\"{signal}\",\"verb\":\"signal.raised\"}}\n\n";
}
