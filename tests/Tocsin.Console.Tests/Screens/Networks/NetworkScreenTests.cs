using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Tests.Screens.Networks;

/// <summary>The screen of a network over the real server.</summary>
public sealed class NetworkScreenTests : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private HttpClient _analyst = null!;
    private SignalState _signal = null!;
    private NetworkGraph _graph = null!;

    private string Path => $"/networks/{_signal.Id}";

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartWithSignalsAsync();
        _analyst = await _console.SignedInAsync(PersonRole.Analyst);
        _signal = (await new SignalQueue(_console.Casework).ListAsync(new() { Kinds = ["network"] }, limit: 1)).Items[0];
        _graph = new NetworkStore(_console.Casework).Find(_signal.Id)!.Unpack();
    }

    public async ValueTask DisposeAsync()
    {
        _analyst.Dispose();
        await _console.DisposeAsync();
    }

    [Theory]
    [InlineData("/networks/{0}")]
    [InlineData("/signals/{0}/network?tab=accounts&threshold=30&window=600")]
    public async Task The_first_answer_says_why_and_who(string address)
    {
        var page = WebUtility.HtmlDecode(await _analyst.GetStringAsync(string.Format(address, _signal.Id)));
        Assert.Contains(_signal.Claim, page);
        Assert.Contains("Could it be innocent?", page);
        Assert.Contains("Who led", page);
        Assert.Contains("confidence", page);
        Assert.Contains($"id=\"account-{_graph.Accounts[0].Key}\"", page);
    }

    [Fact]
    public async Task The_table_sorts_by_its_address()
    {
        var page = await _analyst.GetStringAsync($"{Path}?tab=accounts&sort=name&order=rising");
        var names = _graph.Accounts.Select(account => account.Handle is { Length: > 0 } handle ? handle : account.Id).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        Assert.True(page.IndexOf($">{names[0]}<", StringComparison.Ordinal) < page.IndexOf($">{names[^1]}<", StringComparison.Ordinal));
        Assert.Contains("aria-sort=\"ascending\"", page);
    }

    [Fact]
    public async Task The_graph_comes_as_it_rests_and_once_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/signals/{_signal.Id}/graph");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var packed = await _analyst.SendAsync(request);
        Assert.Equal("br", packed.Content.Headers.ContentEncoding.Single());
        Assert.Equal(new NetworkStore(_console.Casework).Find(_signal.Id)!.Brotli, await packed.Content.ReadAsByteArrayAsync());
        var plain = await _analyst.GetFromJsonAsync<JsonElement>($"/signals/{_signal.Id}/graph");
        Assert.Equal(_graph.Accounts.Count, plain.GetProperty("accounts").GetProperty("key").GetArrayLength());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/signals/{_signal.Id}/graph");
        again.Headers.IfNoneMatch.Add(packed.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _analyst.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Acts_are_of_its_accounts_on_what_they_share()
    {
        var acts = await _analyst.GetFromJsonAsync<JsonElement>($"/signals/{_signal.Id}/acts");
        Assert.Subset(_graph.Accounts.Select(account => $"{account.Key}").ToHashSet(), acts.GetProperty("accounts").EnumerateArray().Select(key => key.GetString()!).ToHashSet());
        var times = acts.GetProperty("time").EnumerateArray().Select(time => time.GetInt32()).ToArray();
        Assert.Equal(times.Order(), times);
        Assert.Equal(times.Length, acts.GetProperty("value").GetArrayLength());
        Assert.Equal(acts.GetProperty("last").GetInt64() - acts.GetProperty("first").GetInt64(), times[^1]);
        Assert.DoesNotContain(acts.GetProperty("values").EnumerateArray(), value => value.GetProperty("text").GetString()!.Contains("https://", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Members_are_those_of_the_rule()
    {
        var threshold = Math.Round(_graph.Threshold * 1.6, 2);
        var said = await _analyst.GetFromJsonAsync<JsonElement>($"{Path}/members?threshold={threshold}&window=3600");
        var expected = NetworkMembership.Of(_graph, new(threshold, TimeSpan.FromHours(1)));
        Assert.Equal(expected.Members.Select(node => $"{_graph.Accounts[node].Key}"), said.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("account").GetString()));
        Assert.Equal(expected.Ties.Count, said.GetProperty("ties").GetInt32());
    }

    [Theory]
    [InlineData("network.gexf", "gexf")]
    [InlineData("network.graphml", "graphml")]
    public async Task Files_are_well_formed(string name, string root)
    {
        using var answer = await _analyst.GetAsync($"{Path}/{name}?layout=radial");
        Assert.Equal(root, XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Name.LocalName);
        Assert.Equal($"{_signal.Id}.{root}", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task Nobody_is_not_found()
    {
        using var page = await _analyst.GetAsync("/networks/N-NOBODY");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("There is no such network", await page.Content.ReadAsStringAsync());
        foreach (var below in (string[])["/networks/N-NOBODY/members", "/networks/N-NOBODY/network.gexf", "/signals/N-NOBODY/graph", "/networks/N-NOBODY/accounts"])
            Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync(below)).StatusCode);
    }

    [Fact]
    public async Task What_is_taken_out_stays_out_until_undone()
    {
        var key = _graph.Accounts[0].Key;
        var answer = await JudgeAsync(_analyst, "exclude", _signal.Version, "Runs the newsroom's own account.", key);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("1 taken out, 0 put in", answer.Html);
        var members = await _analyst.GetStringAsync($"{Path}/members");
        Assert.DoesNotContain($"\"{key}\"", members);
        Assert.Contains($",{_graph.Accounts[0].Platform},{_graph.Accounts[0].Id},", await _analyst.GetStringAsync($"{Path}/accounts.csv"));
        Assert.Contains(",excluded,", await _analyst.GetStringAsync($"{Path}/accounts.csv"));
        var undo = WebUtility.HtmlDecode(answer.Html.Split("hx-post=\"")[1].Split('"')[0]);
        using var request = new HttpRequestMessage(HttpMethod.Post, undo);
        request.Headers.Add("HX-Request", "true");
        Assert.Contains("none put in or taken out", await (await _analyst.SendAsync(request)).Content.ReadAsStringAsync());
        Assert.Contains($"\"{key}\"", await _analyst.GetStringAsync($"{Path}/members"));
    }

    [Fact]
    public async Task Who_decides_on_an_old_version_is_told_who_was_there_first()
    {
        _ = await JudgeAsync(_analyst, "include", _signal.Version, "Named in the tip.", _graph.Accounts[^1].Key);
        var late = await JudgeAsync(_analyst, "exclude", _signal.Version, "Does not belong.", _graph.Accounts[1].Key);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Test Analyst was there first.", late.Html);
        Assert.Contains("0 taken out, 1 put in", late.Html);
    }

    [Theory]
    [InlineData("exclude", "", true)]
    [InlineData("perhaps", "Because.", true)]
    [InlineData("exclude", "Because.", false)]
    public async Task What_is_missing_is_said(string act, string reason, bool account)
    {
        var answer = await JudgeAsync(_analyst, act, _signal.Version, reason, account ? [_graph.Accounts[0].Key] : []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("none put in or taken out", answer.Html);
    }

    [Fact]
    public async Task A_viewer_decides_nothing_and_is_not_asked()
    {
        using var viewer = await _console.SignedInAsync(PersonRole.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await JudgeAsync(viewer, "exclude", _signal.Version, "Because.", _graph.Accounts[0].Key)).Status);
        Assert.DoesNotContain("judge-form\" method", await viewer.GetStringAsync(Path));
    }

    [Fact]
    public async Task The_list_shows_it_and_is_searched()
    {
        Assert.Contains(Path, await _analyst.GetStringAsync("/networks"));
        Assert.Contains(Path, await _analyst.GetStringAsync($"/networks?q={Uri.EscapeDataString(_signal.Id)}&sort=accounts"));
        Assert.Contains("No network matches", await _analyst.GetStringAsync("/networks?q=nothing-is-called-so"));
    }

    private async Task<(HttpStatusCode Status, string Html)> JudgeAsync(HttpClient client, string act, int version, string reason, params ulong[] accounts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/members")
        {
            Content = new FormUrlEncodedContent([new("act", act), new("version", $"{version}"), new("reason", reason), new("accounts", string.Join(' ', accounts))]),
        };
        request.Headers.Add("HX-Request", "true");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
