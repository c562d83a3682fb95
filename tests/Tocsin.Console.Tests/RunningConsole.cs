using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests;

/// <summary>
/// The real console over a workspace of its own, listening on a free port of loopback: empty, or with the signals of
/// <see cref="SampleWorkspace"/>. It can be stopped and started again over the same workspace.
/// </summary>
internal sealed partial class RunningConsole : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Func<ConsoleOptions, ConsoleOptions> _configure;
    private DuckDbLake _lake = null!;
    private CaseworkDatabase _casework = null!;
    private WebApplication _app = null!;
    private int _port;

    private RunningConsole(Func<ConsoleOptions, ConsoleOptions>? configure) => _configure = configure ?? (options => options);

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The same under a name, which browsers want for passkeys: <c>http://localhost:41234/</c>.</summary>
    public Uri NamedAddress => new($"http://localhost:{Address.Port}/");

    public string Workspace => _folder.Path;

    public IServiceProvider Services => _app.Services;

    public CaseworkDatabase Casework => _casework;

    /// <summary>Over an empty workspace.</summary>
    public static async Task<RunningConsole> StartAsync(Func<ConsoleOptions, ConsoleOptions>? configure = null)
    {
        var console = new RunningConsole(configure);
        await console.StartAsync();
        return console;
    }

    /// <summary>Over a copy of the sample workspace.</summary>
    public static async Task<RunningConsole> StartWithSignalsAsync(Func<ConsoleOptions, ConsoleOptions>? configure = null)
    {
        var console = new RunningConsole(configure);
        SampleWorkspace.CopyTo(console.Workspace);
        await console.StartAsync();
        return console;
    }

    /// <summary>Stops it and starts it again, at the same port over the same workspace.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>A browser with no cookies yet; redirects are not followed, and pages are asked for as browsers ask.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    /// <summary>A program without a token.</summary>
    public HttpClient Program() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A browser signed in as somebody of that role, sending the antiforgery token with every request.</summary>
    public async Task<HttpClient> SignedInAsync(PersonRole role)
    {
        var client = Client();
        using (var door = await client.GetAsync(await SignInLinkAsync(role))) Assert.Equal("/", door.Headers.Location?.ToString());
        await SendForgeryTokenAsync(client);
        return client;
    }

    /// <summary>A link that signs a browser in as somebody of that role, once.</summary>
    public async Task<Uri> SignInLinkAsync(PersonRole role)
    {
        var link = await Services.GetRequiredService<SetupLinks>().CreateAsync("demo", (await PersonAsync(role)).Id, TimeSpan.FromMinutes(5));
        return new(Address, $"/demo/{link.Secret}");
    }

    /// <summary>A program with a token of somebody of that role.</summary>
    public async Task<HttpClient> WithTokenAsync(PersonRole role, params string[] scopes)
    {
        var person = await PersonAsync(role);
        var token = await Services.GetRequiredService<ApiTokens>().CreateAsync(Person.ActorOf(person), "test", scopes, TimeSpan.FromHours(1));
        var client = Program();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token.Secret}");
        return client;
    }

    /// <summary>Somebody of that role, without a password; made at the first asking.</summary>
    public async Task<TocsinUser> PersonAsync(PersonRole role)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<TocsinUser>>();
        var name = role.ToString().ToLowerInvariant();
        if (await users.FindByNameAsync(name) is { } known) return known;
        var user = new TocsinUser { UserName = name, DisplayName = $"Test {role}" };
        Assert.True((await users.CreateAsync(user)).Succeeded);
        await scope.ServiceProvider.GetRequiredService<PersonRoles>().GiveAsync(user, role);
        return user;
    }

    /// <summary>Has the client send the token of a page with every request from now on, as the pages' scripts do.</summary>
    public static async Task SendForgeryTokenAsync(HttpClient client, string page = "/account")
    {
        client.DefaultRequestHeaders.Remove("X-CSRF");
        client.DefaultRequestHeaders.Add("X-CSRF", CsrfToken().Match(await client.GetStringAsync(page)).Groups["token"].Value);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        _lake = DuckDbLake.Open(_folder.Path);
        _casework = CaseworkDatabase.Open(new() { Workspace = _folder.Path });
        _app = ConsoleHost.Build(_configure(new ConsoleOptions { Workspace = _folder.Path, Port = _port }), _lake, _casework);
        await _app.StartAsync();
        var listening = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new(listening.Replace("0.0.0.0", "127.0.0.1"));
        _port = Address.Port;
    }

    private async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _casework.Dispose();
        _lake.Dispose();
    }

    [GeneratedRegex("<meta name=\"csrf\" content=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CsrfToken();
}
