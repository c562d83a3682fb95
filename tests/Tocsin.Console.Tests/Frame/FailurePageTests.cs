using System.Net;
using System.Text.Json;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Frame;

public sealed class FailurePageTests
{
    [Fact]
    public async Task An_address_that_leads_nowhere_is_told_in_the_frame()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        using var response = await client.GetAsync("/no/such/page");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing at this address", page);
        Assert.Contains("id=\"rail\"", page);
    }

    [Fact]
    public async Task A_stranger_does_not_even_learn_that_nothing_is_there()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Client();
        using var response = await client.GetAsync("/no/such/page");
        Assert.Equal("/sign-in?return=%2Fno%2Fsuch%2Fpage", response.Where());
    }

    [Fact]
    public async Task A_page_that_fails_says_what_where_and_what_to_do()
    {
        await using var host = await GalleryHost.StartAsync();
        using var client = new HttpClient { BaseAddress = new(host.Address) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var response = await client.GetAsync("/gallery/problem?n=1");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<p class=\"what\">There are no days in a minute</p>", page);
        Assert.Contains("<p class=\"where\">range=1m</p>", page);
        Assert.Contains("<p class=\"hint\">Take an hour.</p>", page);
        Assert.Contains("href=\"/gallery/problem?n=1\"", page);
    }

    [Fact]
    public async Task A_fault_of_ours_gives_nothing_away_but_where_to_look()
    {
        await using var host = await GalleryHost.StartAsync();
        using var client = new HttpClient { BaseAddress = new(host.Address) };
        using var response = await client.GetAsync("/gallery/fault");
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("The console could not do this.", body);
        Assert.Contains("the log tells why", body);
        Assert.DoesNotContain("secret", body);
    }

    [Fact]
    public async Task A_fragment_is_told_by_problem_json_where_a_page_would_be_by_a_page()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/no/such/fragment");
        request.Headers.Add("HX-Request", "true");
        using var response = await client.SendAsync(request);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("/no/such/fragment", json.RootElement.GetProperty("where").GetString());
    }
}
