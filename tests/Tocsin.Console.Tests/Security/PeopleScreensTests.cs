using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Doors;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Tests.Browser;

namespace Tocsin.Console.Tests.Security;

/// <summary>The screens of sign-in, account and settings in a browser, in both themes, wide and narrow.</summary>
public sealed class PeopleScreensTests(Chromium chromium)
{
    public static TheoryData<ColorScheme, int> Looks => new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 1440 }, { ColorScheme.Light, 390 }, { ColorScheme.Dark, 390 } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Before_sign_in_no_page_breaks_a_rule_of_access(ColorScheme scheme, int width)
    {
        await using var console = await RunningConsole.StartAsync();
        await using var visit = await VisitAsync(scheme, width);
        var link = (await FirstRun.CreateLinkAsync(console.Services, console.NamedAddress))!;
        await HoldsAsync(visit, console, "set-up", link.PathAndQuery[1..]);
        await console.AddAsync("ana");
        var invite = await console.Services.GetRequiredService<Invites>().CreateAsync(Actor.System, "Analyst", "Ben", TimeSpan.FromDays(1));
        var recovery = await Recovery.CreateLinkAsync(console.Services, console.NamedAddress, "ana");
        await HoldsAsync(visit, console, "sign-in", "sign-in?link=spent", $"invite/{invite.Secret}", "invite/gone", recovery.PathAndQuery[1..], "recover/gone");
        await visit.ToAsync(console.NamedAddress + "sign-in");
        await visit.Page.FillAsync("[name=name]", "ana");
        await visit.Page.FillAsync("[name=password]", "not the password");
        await visit.Page.ClickAsync("button.primary");
        await visit.Page.WaitForSelectorAsync("[role=alert]");
        await visit.ReadyAsync();
        await Axe.HoldsAsync(visit.Page);
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Account_and_settings_break_no_rule_of_access(ColorScheme scheme, int width)
    {
        await using var console = await RunningConsole.StartAsync();
        await FillAsync(console);
        await using var visit = await VisitAsync(scheme, width);
        var page = await SignInAsync(visit, console, PersonRole.Admin);
        await HoldsAsync(visit, console, "account", "account/security", "account/tokens", "settings", "settings/tokens", "settings/audit", "settings/audit?from=2001-01-01&until=2001-01-01", "settings/workspace");
        await visit.ToAsync(console.NamedAddress + "settings");
        await page.ClickAsync("tbody tr:first-child .menu > summary");
        await Axe.HoldsAsync(page);
        await visit.ToAsync(console.NamedAddress + "account/tokens");
        await page.FillAsync("[name=name]", "x");
        await page.ClickAsync("text=Make the token");
        await page.WaitForSelectorAsync(".secret");
        await visit.ReadyAsync();
        await Axe.HoldsAsync(page);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Who_may_not_see_settings_finds_no_way_there()
    {
        await using var console = await RunningConsole.StartAsync();
        await using var visit = await VisitAsync(ColorScheme.Light, 1440);
        var page = await SignInAsync(visit, console, PersonRole.Lead);
        Assert.Equal(0, await page.Locator("#rail a[href='/settings']").CountAsync());
        await visit.ToAsync(console.NamedAddress + "settings");
        await page.WaitForSelectorAsync("text=Your role does not allow this.");
        await Axe.HoldsAsync(page);
    }

    [Fact]
    public async Task First_run_to_sign_in_with_a_code_by_keyboard_alone()
    {
        await using var console = await RunningConsole.StartAsync();
        await using var visit = await VisitAsync(ColorScheme.Light, 1440);
        var link = (await FirstRun.CreateLinkAsync(console.Services, console.NamedAddress))!;
        var page = await visit.ToAsync(link.ToString());
        await TypeAsync(page, "Ana Horvat", "ana@example.org", TestPeople.Password);
        await page.WaitForURLAsync("**/account/second-factor?welcome=1");
        await visit.ReadyAsync();
        await page.FocusAsync("text=Add a second factor >> nth=-1");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".qr[data-mounted] svg");
        await Axe.HoldsAsync(page);
        var key = (await page.TextContentAsync("code.key"))!.Replace(" ", "");
        await page.Keyboard.TypeAsync(Totp.Code(key));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".codes li");
        Assert.Equal(10, await page.Locator(".codes li").CountAsync());
        await Axe.HoldsAsync(page);

        await using var later = await VisitAsync(ColorScheme.Light, 1440);
        page = await later.ToAsync(console.NamedAddress + "sign-in?return=/account");
        await TypeAsync(page, "ana@example.org", TestPeople.Password);
        await page.WaitForURLAsync("**/sign-in/code?return=%2Faccount");
        await later.ReadyAsync();
        await Axe.HoldsAsync(page);
        await TypeAsync(page, Totp.Code(key, later: 1));
        await page.WaitForURLAsync("**/account");
        Assert.Empty(later.Faults);
    }

    /// <summary>The first field has the focus; each is followed by the next.</summary>
    private static async Task TypeAsync(IPage page, params string[] fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(fields[i]);
        }
        await page.Keyboard.PressAsync("Enter");
    }

    private Task<Visit> VisitAsync(ColorScheme scheme, int width) =>
        chromium.VisitAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });

    private static async Task<IPage> SignInAsync(Visit visit, RunningConsole console, PersonRole role)
    {
        var link = await console.SignInLinkAsync(role);
        return await visit.ToAsync(new Uri(console.NamedAddress, link.PathAndQuery).ToString());
    }

    private static async Task HoldsAsync(Visit visit, RunningConsole console, params string[] pages)
    {
        foreach (var page in pages)
        {
            await visit.ToAsync(console.NamedAddress + page);
            await Axe.HoldsAsync(visit.Page);
        }
    }

    /// <summary>People, invites and tokens in every state that a list shows.</summary>
    private static async Task FillAsync(RunningConsole console)
    {
        var admin = Person.ActorOf(await console.PersonAsync(PersonRole.Admin));
        await console.AddAsync("ben", PersonRole.Lead, "Benjamin Okonkwo-Fitzgerald of the Night Shift, on call");
        var (invites, tokens) = (console.Services.GetRequiredService<Invites>(), console.Services.GetRequiredService<ApiTokens>());
        await invites.CreateAsync(admin, "Analyst", "Dana", TimeSpan.FromDays(7));
        await invites.RevokeAsync(admin, (await invites.CreateAsync(admin, "Viewer", "Policy team", TimeSpan.FromDays(1))).Item.Id);
        await tokens.CreateAsync(admin, "nightly export of everything that was decided that day", ["read", "write", "ingest"], TimeSpan.FromDays(30));
        await tokens.RevokeAsync(admin, null, (await tokens.CreateAsync(admin, "x", ["read"], TimeSpan.FromDays(30))).Item.Id);
    }
}
