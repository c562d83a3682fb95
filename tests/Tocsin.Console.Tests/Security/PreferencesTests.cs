using System.Net;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Tests.Security;

public sealed class PreferencesTests
{
    [Fact]
    public async Task What_protects_is_on_from_the_start()
    {
        await using var console = await RunningConsole.StartAsync();
        var preferences = await OfAsync(console);
        Assert.True(preferences is { BlurMedia: true, GreyMedia: true, MaskSlurs: true, BlurText: false, StepAwayMinutes: 0, SingleKeys: true, Theme: "system" });
    }

    [Fact]
    public async Task What_is_sent_changes_and_the_rest_stays()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        client.DefaultRequestHeaders.Remove("Accept");
        using (var answer = await client.PostAsync("/account/preferences", Browsing.Form(("theme", "dark"), ("timeZone", "Europe/Vienna"), ("keys", "{\"decide\":\"e\"}"))))
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using (var answer = await client.PostAsync("/account/preferences", Browsing.Form(("blurText", "false"), ("blurText", "true"), ("blurMedia", "false"), ("stepAwayMinutes", "45"))))
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var preferences = await OfAsync(console);
        Assert.True(preferences is { Theme: "dark", TimeZone: "Europe/Vienna", BlurText: true, BlurMedia: false, GreyMedia: true, StepAwayMinutes: 45 });
        Assert.Equal("e", preferences.Keys["decide"]);
        Assert.Contains("data-theme=\"dark\"", await client.ReadAsync("/account"));
    }

    [Fact]
    public async Task A_form_without_script_goes_back_to_where_it_stood()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        foreach (var (referer, back) in new[] { (new Uri(console.Address, "/settings?x=1"), "/settings?x=1"), (new Uri("https://evil.example/x"), "/account") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account/preferences") { Content = Browsing.Form(("density", "compact")) };
            request.Headers.Referrer = referer;
            using var answer = await client.SendAsync(request);
            Assert.Equal(back, answer.Where());
        }
    }

    [Theory]
    [InlineData("theme", "sepia")]
    [InlineData("density", "tight")]
    [InlineData("timeZone", "Atlantis/Capital")]
    [InlineData("stepAwayMinutes", "-5")]
    [InlineData("stepAwayMinutes", "often")]
    [InlineData("keys", "[1,2")]
    public async Task What_cannot_be_is_refused_and_nothing_changes(string name, string value)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        client.DefaultRequestHeaders.Remove("Accept");
        var before = await OfAsync(console);
        using var answer = await client.PostAsync("/account/preferences", Browsing.Form((name, value), ("blurText", "true")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before.BlurText, (await OfAsync(console)).BlurText);
    }

    private static async Task<Layout.Frame.Preferences> OfAsync(RunningConsole console) =>
        PersonPreferences.Of(await console.PersonAsync(PersonRole.Viewer));
}
