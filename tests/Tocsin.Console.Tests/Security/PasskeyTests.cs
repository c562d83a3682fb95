using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Tests.Browser;

namespace Tocsin.Console.Tests.Security;

/// <summary>With a virtual authenticator of the browser's: it keeps keys and says that it saw a finger, or that it did not.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_named_used_and_removed()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana", displayName: "Ana Horvat");
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await AddAuthenticatorAsync(visit, verified: true);
        await AddPasskeyAsync(visit, console, "work laptop");

        await SignOutAsync(visit);
        await SignInWithPasskeyAsync(visit, console, back: "/account");
        Assert.Contains("Ana Horvat", await page.TextContentAsync("#rail"));
        Assert.Equal("passkey", (await console.AuditAsync()).Last(entry => entry.Verb == "session.started").After is { } after ? JsonNode.Parse(after)!["method"]!.GetValue<string>() : null);

        await visit.ToAsync(console.NamedAddress + "account/security");
        await page.ClickAsync(".entries .menu > summary");
        await page.FillAsync(".menu-form [name=name]", "old laptop");
        await page.ClickAsync("text=Rename");
        await page.WaitForSelectorAsync(".entries >> text=old laptop");
        await page.ClickAsync(".entries .menu > summary");
        await page.ClickAsync("text=Remove");
        await page.WaitForSelectorAsync("text=Passkey removed.");

        await SignOutAsync(visit);
        await visit.ToAsync(console.NamedAddress + "sign-in");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync("text=That passkey is not known here.");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task It_needs_neither_password_nor_code_and_no_guesser_can_lock_it()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        await using var visit = await chromium.VisitAsync();
        await AddAuthenticatorAsync(visit, verified: true);
        await AddPasskeyAsync(visit, console, "phone");
        await using (var context = console.Casework.Connect())
        {
            var user = context.Users.Single(one => one.Id == ana.Id);
            (user.TwoFactorEnabled, user.LockoutEnd) = (true, TimeProvider.System.GetUtcNow().AddHours(1));
            await context.SaveChangesAsync();
        }
        await SignOutAsync(visit);
        await SignInWithPasskeyAsync(visit, console, back: "/account");
    }

    [Fact]
    public async Task A_device_that_did_not_see_its_owner_opens_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        var (devices, id) = await AddAuthenticatorAsync(visit, verified: true);
        await AddPasskeyAsync(visit, console, "phone");
        await SignOutAsync(visit);
        await devices.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = false });
        await visit.ToAsync(console.NamedAddress + "sign-in");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync("text=No passkey was used.");
        Assert.Equal(new Uri(console.NamedAddress, "/sign-in").ToString(), page.Url);
    }

    [Fact]
    public async Task Somebody_deactivated_does_not_come_in_with_one()
    {
        await using var console = await RunningConsole.StartAsync();
        var ana = await console.AddAsync("ana");
        await using var visit = await chromium.VisitAsync();
        await AddAuthenticatorAsync(visit, verified: true);
        await AddPasskeyAsync(visit, console, "phone");
        await SignOutAsync(visit);
        using var admin = await console.SignedInAsync(PersonRole.Admin);
        using var disabled = await admin.PostAsync($"/settings/people/{ana.Id}/disable", null);
        await visit.ToAsync(console.NamedAddress + "sign-in");
        await visit.Page.ClickAsync("text=Sign in with a passkey");
        await visit.Page.WaitForSelectorAsync("text=That passkey is not known here.");
    }

    [Theory]
    [InlineData("/sign-in/passkey", "{}")]
    [InlineData("/sign-in/passkey", "{\"credential\":\"not json\"}")]
    [InlineData("/sign-in/passkey", "{\"credential\":\"{\\\"id\\\":\\\"AAAA\\\",\\\"type\\\":\\\"public-key\\\",\\\"response\\\":{}}\"}")]
    [InlineData("/account/passkeys", "{}")]
    [InlineData("/account/passkeys", "{\"credential\":\"[]\"}")]
    public async Task What_is_no_answer_is_refused_in_words(string address, string body)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        client.DefaultRequestHeaders.Remove("Accept");
        client.DefaultRequestHeaders.Add("Accept", "application/json");   // as the script asks
        foreach (var begun in new[] { false, true })
        {
            if (begun)
            {
                using var options = await client.PostAsync(address + "/options", null);
                Assert.NotNull(JsonDocument.Parse(await options.Content.ReadAsStringAsync()).RootElement.GetProperty("challenge").GetString());
            }
            using var refused = await client.PostAsync(address, new StringContent(body, null, "application/json"));
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("That passkey", await refused.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Nobody_renames_or_removes_a_passkey_of_somebody_else()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        await using var visit = await chromium.VisitAsync();
        await AddAuthenticatorAsync(visit, verified: true);
        await AddPasskeyAsync(visit, console, "phone");
        var action = await visit.Page.GetAttributeAsync(".entries form[action$='/remove']", "action");
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        using var refused = await lead.PostAsync(action, null);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        await visit.ToAsync(console.NamedAddress + "account/security");
        await visit.Page.WaitForSelectorAsync(".entries >> text=phone");
    }

    private static async Task<(ICDPSession Devices, string Id)> AddAuthenticatorAsync(Visit visit, bool verified)
    {
        var devices = await visit.Context.NewCDPSessionAsync(visit.Page);
        await devices.SendAsync("WebAuthn.enable");
        var added = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verified,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (devices, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task AddPasskeyAsync(Visit visit, RunningConsole console, string name)
    {
        var page = await visit.ToAsync(console.NamedAddress + "sign-in?return=/account/security");
        await page.FillAsync("[name=name]", "ana");
        await page.FillAsync("[name=password]", TestPeople.Password);
        await page.ClickAsync("button.primary");
        await page.WaitForURLAsync("**/account/security");
        await page.FillAsync(".passkey [name=name]", name);
        await page.ClickAsync("text=Add a passkey");
        await page.WaitForSelectorAsync($".entries >> text={name}");
    }

    private static async Task SignInWithPasskeyAsync(Visit visit, RunningConsole console, string back)
    {
        await visit.ToAsync(console.NamedAddress + "sign-in?return=" + back);
        await visit.Page.ClickAsync("text=Sign in with a passkey");
        await visit.Page.WaitForURLAsync("**" + back);
    }

    private static async Task SignOutAsync(Visit visit)
    {
        await visit.Page.ClickAsync("#rail summary");
        await visit.Page.ClickAsync("text=Sign out >> nth=0");
        await visit.Page.WaitForURLAsync("**/sign-in");
    }
}
