using Microsoft.Playwright;
using Tocsin.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Tocsin.Console.Tests.Frame;

public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Rows_are_walked_and_opened_without_a_mouse()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/panes");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#row-0")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("#row-1")).ToBeFocusedAsync();
        await Expect(page.Locator("#preview")).ToContainTextAsync("Preview of 1");
        await Expect(page.Locator("#rows > [tabindex='0']")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("#rows > [data-row]").Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#row-1")).ToHaveAttributeAsync("aria-current", "true");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/signals/1");
    }

    [Fact]
    public async Task Focus_goes_to_the_row_that_took_the_place_of_one_that_left()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/panes");
        await page.FocusAsync("#row-2");
        // The row goes, as a decided one does; then the same row comes anew, as a changed one does.
        await page.EvaluateAsync("() => { const row = document.getElementById('row-2'); row.remove(); document.dispatchEvent(new CustomEvent('htmx:afterSettle')); }");
        await Expect(page.Locator("#row-3")).ToBeFocusedAsync();
        await page.EvaluateAsync("() => { const row = document.getElementById('row-3'); const copy = row.cloneNode(true); copy.removeAttribute('aria-current'); row.replaceWith(copy); document.dispatchEvent(new CustomEvent('htmx:afterSettle')); }");
        await Expect(page.Locator("#row-3")).ToBeFocusedAsync();
        await Expect(page.Locator("#row-3")).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact]
    public async Task Single_keys_stay_out_of_text_and_can_be_changed_and_switched_off()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        await page.FocusAsync("#field-reason");
        await page.Keyboard.TypeAsync("d?");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);

        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("Key for Decide").FillAsync("e");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("e");
        await Expect(page.Locator("#decide")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#decide")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("Single keys act").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator(".palette")).ToBeVisibleAsync();
        Assert.Equal(["keys={\"decide\":\"e\"}", "singleKeys=false"], host.Preferred);
    }

    [Fact]
    public async Task A_key_that_is_taken_is_refused()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("Key for Decide").FillAsync("j");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Key for Decide")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(host.Preferred);
    }

    [Fact]
    public async Task Two_letters_go_to_a_room_and_the_palette_finds_commands_and_signals()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("q");
        await page.WaitForURLAsync("**/queue");
        await visit.ReadyAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("dark");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("answers dark");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("N-7");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("answers N-7");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/gallery/detail");
    }

    [Fact]
    public async Task A_divider_moves_with_the_arrow_keys_and_stays_where_it_was_put()
    {
        await using var host = await GalleryHost.StartAsync();
        await using var visit = await chromium.VisitAsync();
        var page = await visit.ToAsync(host.Address + "/gallery/panes");
        await page.FocusAsync("[data-divider=preview]");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(512, await WidthAsync(page));
        await page.ReloadAsync();
        Assert.Equal(512, await WidthAsync(page));
        await Expect(page.Locator("[data-divider=preview]")).ToHaveAttributeAsync("aria-valuenow", "512");
    }

    private static Task<double> WidthAsync(IPage page) => page.EvaluateAsync<double>("Math.round(document.getElementById('preview').getBoundingClientRect().width)");
}
