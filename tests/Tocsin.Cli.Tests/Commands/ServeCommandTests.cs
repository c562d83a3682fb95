using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Tocsin.Cli.Tests.Commands;

public class ServeCommandTests
{
    [Fact]
    public void A_port_that_is_taken_is_told_in_three_parts()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var outcome = Cli.Run("serve", "--port", $"{port}", "--workspace", folder["w"]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains($"error: port {port} is taken", outcome.Error);
        Assert.Contains($"where: http://127.0.0.1:{port}", outcome.Error);
        Assert.Contains("--port 0", outcome.Error);
    }

    [Fact]
    public void An_address_that_cannot_be_bound_is_told_in_three_parts()
    {
        using var folder = new TemporaryFolder();

        // From TEST-NET-1 (RFC 5737), which no machine has.
        var outcome = Cli.Run("serve", "--port", "0", "--listen", "192.0.2.1", "--workspace", folder["w"]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("192.0.2.1 is not an address of this machine", outcome.Error);
        Assert.DoesNotContain("warning", outcome.Error);
    }

    [Theory]
    [InlineData("--listen", "myhost", "'myhost' is not an address")]
    [InlineData("--port", "70000", "no port 70000")]
    public void Where_it_should_listen_is_checked_before_anything_is_opened(string option, string value, string complaint)
    {
        using var folder = new TemporaryFolder();

        var outcome = Cli.Run("serve", option, value, "--workspace", folder["w"]);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(complaint, outcome.Error);
        Assert.False(Directory.Exists(folder["w"]));
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task It_says_where_it_is_answers_there_and_stops_within_two_seconds(PosixSignal signal)
    {
        using var folder = new TemporaryFolder();
        using var serving = ServingProcess.Start("serve", "--port", "0", "--workspace", folder["w"]);
        var address = await serving.Address();

        Assert.StartsWith("http://127.0.0.1:", address);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{address}/healthz", TestContext.Current.CancellationToken)).StatusCode);
        var (exit, took) = await serving.Stop(signal);
        Assert.Equal(0, exit);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Beyond_loopback_it_warns_that_nothing_is_encrypted()
    {
        using var folder = new TemporaryFolder();
        using var serving = ServingProcess.Start("serve", "--port", "0", "--listen", "0.0.0.0", "--workspace", folder["w"]);
        await serving.Address();
        await serving.Stop(PosixSignal.SIGTERM);

        Assert.Contains("not encrypted", await serving.Error());
    }

    [Fact]
    public async Task The_demo_prints_its_findings_and_then_a_link_that_opens_Home()
    {
        using var folder = new TemporaryFolder();
        using var serving = ServingProcess.Start("demo", "--port", "0", "--workspace", folder["w"]);
        var link = (await serving.Line("open http"))["open ".Length..].Trim();

        Assert.Contains(serving.Lines, line => line.Contains("What was planted"));
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new() });
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        using var home = await browser.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal("/", home.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("/signals/N-", await home.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, (await serving.Stop(PosixSignal.SIGINT)).Exit);
    }

    [Fact]
    public async Task With_json_the_demo_prints_JSON_alone_on_standard_output_and_serves_too()
    {
        using var folder = new TemporaryFolder();
        using var serving = ServingProcess.Start("demo", "--json", "--port", "0", "--workspace", folder["w"]);
        await serving.Line("false_networks");
        await serving.Line("}");
        var (exit, _) = await serving.Stop(PosixSignal.SIGTERM);

        Assert.Equal(0, exit);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, System.Text.Json.JsonDocument.Parse(string.Join('\n', serving.Lines)).RootElement.ValueKind);
        Assert.Contains("Tocsin is at http://127.0.0.1:", await serving.Error());
    }
}
