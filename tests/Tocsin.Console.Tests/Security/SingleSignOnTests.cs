using System.Net;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Proxy;

namespace Tocsin.Console.Tests.Security;

/// <summary>The test's own connections come from 127.0.0.1: now they are the trusted proxy's, now they are a stranger's.</summary>
public sealed class SingleSignOnTests
{
    private const string Stranger = "192.0.2.7";

    [Fact]
    public async Task The_proxys_header_signs_in_and_makes_a_viewer_of_somebody_new()
    {
        await using var console = await TrustingAsync("127.0.0.1");
        using var client = As(console, "ana@example.org");
        var page = await client.ReadAsync("/account");
        Assert.Contains("ana@example.org", page);
        Assert.Contains("Reads everything, changes nothing.", page);
        Assert.Contains("Your organisation's sign-on proxy signs you in.", await client.ReadAsync("/account/security"));
        Assert.Contains(await console.AuditAsync(), entry => entry.Verb == "person.joined" && entry.After!.Contains("sso"));
    }

    [Fact]
    public async Task The_same_header_from_anybody_else_is_ignored()
    {
        await using var console = await TrustingAsync(Stranger);
        await console.PersonAsync(PersonRole.Admin);
        using var client = As(console, "admin");
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Without_configuration_there_is_no_such_header()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.PersonAsync(PersonRole.Admin);
        using var client = As(console, "admin");
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task A_proxy_trusted_for_https_alone_signs_nobody_in()
    {
        await using var console = await RunningConsole.StartAsync(options => options with { Proxy = "127.0.0.1" });
        await console.PersonAsync(PersonRole.Admin);
        using var client = As(console, "admin");
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Only_the_configured_header_counts()
    {
        await using var console = await RunningConsole.StartAsync(options => options with { SsoProxy = "127.0.0.1", SsoHeader = "X-Auth-Request-User" });
        using (var other = As(console, "ana")) Assert.False(await other.IsSignedInAsync());
        using var client = As(console, "ana", header: "X-Auth-Request-User");
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task A_header_sent_twice_is_believed_neither_time()
    {
        await using var console = await TrustingAsync("127.0.0.1");
        using var client = As(console, "ana");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-User", "admin");
        Assert.False(await client.IsSignedInAsync());
    }

    [Theory]
    [InlineData("Lead", PersonRole.Lead)]
    [InlineData("admin", PersonRole.Admin)]
    [InlineData("emperor", PersonRole.Viewer)]
    [InlineData("", PersonRole.Viewer)]
    public async Task The_proxy_gives_roles_where_it_is_told_to(string sent, PersonRole role)
    {
        await using var console = await RunningConsole.StartAsync(options => options with { SsoProxy = "127.0.0.1", SsoRoleHeader = "X-Role" });
        using var client = As(console, "ana");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Role", sent);
        using var settings = await client.GetAsync("/settings");
        Assert.Equal(role == PersonRole.Admin, settings.IsSuccessStatusCode);
        Assert.Contains($"<span class=\"word\">{role}</span>", await client.ReadAsync("/account"));
    }

    [Fact]
    public async Task A_role_header_means_nothing_where_it_was_not_named()
    {
        await using var console = await TrustingAsync("127.0.0.1");
        using var client = As(console, "ana");
        client.DefaultRequestHeaders.Add("X-Role", "Admin");
        using var settings = await client.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Forbidden, settings.StatusCode);
    }

    [Fact]
    public async Task Writes_still_need_the_antiforgery_token()
    {
        await using var console = await TrustingAsync("127.0.0.1");
        using var client = As(console, "ana");
        using var forged = await client.PostAsync("/account/profile", Browsing.Form(("displayName", "Mallory")));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var meant = await client.SubmitAsync("/account", "/account/profile", ("displayName", "Ana"));
        Assert.Contains("Name saved.", await client.FollowAsync(meant));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("a b")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Names_that_cannot_be_are_refused(string name)
    {
        await using var console = await TrustingAsync("127.0.0.1");
        using var client = As(console, name);
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task The_clients_address_is_the_proxys_to_tell_and_nobody_elses()
    {
        foreach (var trusted in new[] { "127.0.0.1", Stranger })
        {
            await using var console = await RunningConsole.StartAsync(options => options with { Proxy = trusted });
            await console.AddAsync("ana");
            using var client = console.Client();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await client.SignInAsync("ana");
            Assert.Equal(trusted == "127.0.0.1", (await client.ReadAsync("/account/security")).Contains("203.0.113.9"));
        }
    }

    [Theory]
    [InlineData("not-an-address", null, null, "--sso-proxy not-an-address")]
    [InlineData(null, "also not", null, "--proxy also not")]
    [InlineData(null, null, "X-Role", "--sso-role-header")]
    [InlineData("10.0.0.1", "10.0.0.2", null, "--proxy 10.0.0.2 --sso-proxy 10.0.0.1")]
    public void What_cannot_be_meant_is_said_at_the_start(string? sso, string? proxy, string? roleHeader, string where)
    {
        var options = new ConsoleOptions { Workspace = "x", SsoProxy = sso, Proxy = proxy, SsoRoleHeader = roleHeader };
        Assert.Equal(where, Assert.Throws<Core.Problem>(() => TrustedProxy.Of(options)).Where);
    }

    private static Task<RunningConsole> TrustingAsync(string proxy) => RunningConsole.StartAsync(options => options with { SsoProxy = proxy });

    private static HttpClient As(RunningConsole console, string name, string header = "X-Forwarded-User")
    {
        var client = console.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, name);
        return client;
    }
}
