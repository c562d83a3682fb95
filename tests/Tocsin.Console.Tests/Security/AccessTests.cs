using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Security;

/// <summary>Who may ask what, held over every endpoint that there is, so that a new one is held to it too.</summary>
public sealed class AccessTests
{
    /// <summary>All that is open before sign-in; a new line here is a decision.</summary>
    private static readonly string[] Open =
    [
        "GET /demo/{secret}",
        "GET /healthz",
        "GET /readyz",
        "GET,POST /invite/{secret}",
        "GET,POST /recover/{secret}",
        "GET,POST /set-up",
        "GET,POST /sign-in",
        "GET,POST /sign-in/code",
        "POST /invite/{secret}/accept",
        "POST /recover/{secret}/password",
        "POST /set-up/first",
        "POST /sign-in/passkey",
        "POST /sign-in/passkey/options",
        "POST /sign-in/password",
        "POST /sign-in/second",
        "POST /sign-out",
    ];

    [Fact]
    public async Task Only_these_are_open_before_sign_in()
    {
        await using var console = await RunningConsole.StartAsync();
        var open = Endpoints(console).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);
        Assert.Equal(Open, open.Select(NameOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_sign_in_no_other_endpoint_answers()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.PersonAsync(PersonRole.Admin);
        using var program = console.Program();
        program.DefaultRequestHeaders.Add("Accept", "application/json");
        var answers = await AskAllAsync(console, program, endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{answer.What}: {answer.Status}"));
    }

    [Theory]
    [InlineData("/queue", "/sign-in?return=%2Fqueue")]
    [InlineData("/", "/sign-in")]
    public async Task Whoever_takes_any_answer_is_shown_the_door_of_a_screen(string screen, string door)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.PersonAsync(PersonRole.Admin);
        using var tool = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = console.Address };
        using var answer = await tool.GetAsync(screen);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(door, answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await tool.GetAsync("/api/v1/signals")).StatusCode);
    }

    [Fact]
    public async Task A_viewer_can_write_nothing_but_what_is_their_own()
    {
        await using var console = await RunningConsole.StartAsync();
        using var viewer = await console.SignedInAsync(PersonRole.Viewer);
        var answers = await AskAllAsync(console, viewer, endpoint => IsWrite(endpoint) && !IsOwn(endpoint));
        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{answer.What}: {answer.Status}"));
    }

    [Fact]
    public async Task A_token_that_reads_writes_nothing_whatever_its_owners_role()
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = await console.WithTokenAsync(PersonRole.Admin, "read");
        var answers = await AskAllAsync(console, program, IsWrite);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{answer.What}: {answer.Status}"));
    }

    [Fact]
    public async Task Settings_are_for_admins()
    {
        await using var console = await RunningConsole.StartAsync();
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        var answers = await AskAllAsync(console, lead, endpoint => AccessGuard.IsUnder(endpoint.RoutePattern.RawText!, ["/settings"]));
        Assert.True(answers.Count > 8);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{answer.What}: {answer.Status}"));
    }

    [Fact]
    public async Task Every_write_stands_in_the_description_of_the_api()
    {
        await using var console = await RunningConsole.StartAsync();
        var hidden = Endpoints(console).Where(endpoint => IsWrite(endpoint) && !IsPage(endpoint) && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>() is not null);
        Assert.Empty(hidden.Select(NameOf));
    }

    [Theory]
    [InlineData("/account", "/account", true)]
    [InlineData("account/x", "/account", true)]
    [InlineData("/accounts/{key}", "/account", false)]
    [InlineData("/sign-in/code", "/sign-in", true)]
    [InlineData("/sign-inside", "/sign-in", false)]
    [InlineData("", "/account", false)]
    public void A_prefix_ends_where_a_segment_does(string route, string prefix, bool under) => Assert.Equal(under, AccessGuard.IsUnder(route, [prefix]));

    [Fact]
    public async Task Who_may_not_see_a_page_is_told_so_on_a_page()
    {
        await using var console = await RunningConsole.StartAsync();
        using var analyst = await console.SignedInAsync(PersonRole.Analyst);
        using var answer = await analyst.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>Your role does not allow this.</h1>", await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<RouteEndpoint> Endpoints(RunningConsole console) =>
        console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];

    private static bool IsWrite(RouteEndpoint endpoint) => Methods(endpoint).Any(method => !AccessGuard.ChangesNothing(method));

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;

    private static bool IsOwn(RouteEndpoint endpoint) => AccessGuard.IsUnder(endpoint.RoutePattern.RawText!, ["/account", .. AccessGuard.Doors]);

    private static string NameOf(RouteEndpoint endpoint) => $"{string.Join(',', Methods(endpoint))} /{endpoint.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant()}";

    private static async Task<IReadOnlyList<(string What, HttpStatusCode Status)>> AskAllAsync(RunningConsole console, HttpClient client, Func<RouteEndpoint, bool> which)
    {
        var answers = new List<(string, HttpStatusCode)>();
        foreach (var endpoint in Endpoints(console).Where(which))
        {
            foreach (var method in Methods(endpoint).Where(method => !IsWrite(endpoint) || !AccessGuard.ChangesNothing(method)))
            {
                using var request = new HttpRequestMessage(new(method), PathOf(endpoint));
                if (!AccessGuard.ChangesNothing(method)) request.Content = BodyFor(endpoint);
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                answers.Add(($"{method} {endpoint.RoutePattern.RawText}", answer.StatusCode));
            }
        }
        return answers;
    }

    /// <summary>The route with something in each place: a number suits whatever a place asks for.</summary>
    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        _ => "1",
    }))));

    private static HttpContent BodyFor(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>()?.ContentTypes.Any(type => type.Contains("json", StringComparison.Ordinal)) == true
            ? new StringContent("{}", null, "application/json")
            : Browsing.Form();
}
