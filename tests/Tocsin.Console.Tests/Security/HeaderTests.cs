using System.Net;

namespace Tocsin.Console.Tests.Security;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no/such/page")]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/assets/no-such-file.js")]
    [InlineData("/assets/manifest.json")]
    public async Task Every_response_carries_the_policies(string path)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        using var response = await client.GetAsync(path);
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
            Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"));
        Assert.Equal("", Header(response, "Server"));
        Assert.Equal("", Header(response, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/sign-in", "no-store")]
    [InlineData("/assets/manifest.json", "immutable")]
    public async Task Pages_are_not_kept_and_assets_are(string path, string word)
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        using var response = await client.GetAsync(path);
        Assert.Contains(word, Header(response, "Cache-Control"));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.1:7400", true)]
    [InlineData("[::1]:7400", true)]
    [InlineData("console.example.org", true)]
    [InlineData("CONSOLE.example.org:443", true)]
    [InlineData("rebound.example.net", false)]
    [InlineData("localhost.example.net", false)]
    [InlineData("192.0.2.1", false)]
    public async Task A_name_that_is_not_ours_is_refused(string host, bool ours)
    {
        await using var console = await RunningConsole.StartAsync(options => options with { Hosts = ["console.example.org"] });
        using var client = console.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/manifest.json");
        request.Headers.Host = host;
        using var response = await client.SendAsync(request);
        Assert.Equal(ours ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.NotEqual("", Header(response, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("192.0.2.1", true)]
    [InlineData("rebound.example.net", false)]
    public async Task Beyond_loopback_addresses_are_ours_but_strange_names_are_not(string host, bool ours)
    {
        await using var console = await RunningConsole.StartAsync(options => options with { Listen = "0.0.0.0" });
        using var client = console.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/manifest.json");
        request.Headers.Host = host;
        using var response = await client.SendAsync(request);
        Assert.Equal(ours ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(',', values) : "";
}
