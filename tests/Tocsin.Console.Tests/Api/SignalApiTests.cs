using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Api;

public sealed class SignalApiTests : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private HttpClient _ana = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartWithSignalsAsync();
        _ana = await _console.WithTokenAsync(PersonRole.Analyst, "read", "write");
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_paged_by_cursor_without_loss_or_repetition()
    {
        var all = (await ReadAsync("/api/v1/signals?active=all"))["items"]!.AsArray().Select(IdOf).ToList();
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = await ReadAsync($"/api/v1/signals?active=all&limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, 4);
            paged.AddRange(page["items"]!.AsArray().Select(IdOf));
            cursor = page["next"]?.GetValue<string>();
        }
        while (cursor is not null);

        Assert.True(all.Count > 8);
        Assert.Equal(all, paged);
    }

    [Theory]
    [InlineData("kind=network&severity=critical,high,medium,low,info")]
    [InlineData("state=open&sort=accounts")]
    [InlineData("assignee=nobody&novelty=new")]
    [InlineData("likelihood=almost_certain&likelihood=very_likely,likely")]
    public async Task It_is_narrowed_as_the_queue_is(string query) =>
        Assert.NotEmpty((await ReadAsync($"/api/v1/signals?{query}"))["items"]!.AsArray());

    [Theory]
    [InlineData("state=asleep", "open, snoozed, decided")]
    [InlineData("sort=colour", "score, updated, raised, accounts")]
    [InlineData("active=maybe", "true, false, all")]
    [InlineData("cursor=abc", "without a cursor")]
    [InlineData("account=x", "digits")]
    public async Task What_cannot_be_asked_for_is_told_in_three_parts(string query, string hint)
    {
        using var response = await _ana.GetAsync($"/api/v1/signals?{query}", Cancel);
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);

        Assert.Equal(query.Split('=')[0], problem["where"]!.GetValue<string>());
        Assert.Contains(hint, problem["hint"]!.GetValue<string>());
        Assert.Equal(problem["what"]!.GetValue<string>(), problem["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unchanged_read_is_not_sent_again()
    {
        using var first = await _ana.GetAsync("/api/v1/signals", Cancel);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/signals");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _ana.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        await SendAsync(HttpMethod.Post, $"/api/v1/signals/{await FirstAsync()}/comments", new { text = "look" });
        var third = new HttpRequestMessage(HttpMethod.Get, "/api/v1/signals");
        third.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var changed = await _ana.SendAsync(third, Cancel);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task CSV_holds_every_signal_that_matches_a_row_each()
    {
        using var byFormat = await _ana.GetAsync("/api/v1/signals?active=all&format=csv", Cancel);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/signals?active=all");
        request.Headers.Add("Accept", "text/csv");
        using var byAccept = await _ana.SendAsync(request, Cancel);

        Assert.Equal("text/csv", byFormat.Content.Headers.ContentType!.MediaType);
        var rows = (await byFormat.Content.ReadAsStringAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,kind,detector,score,likelihood", rows[0]);
        Assert.Equal((await ReadAsync("/api/v1/signals?active=all"))["items"]!.AsArray().Select(IdOf), rows.Skip(1).Select(row => row.Split(',')[0]));
        Assert.Equal(string.Join("\r\n", rows) + "\r\n", await byAccept.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_decision_takes_the_version_that_was_read_and_the_next_one_is_told_who_was_first()
    {
        var id = await FirstAsync();
        using var read = await _ana.GetAsync($"/api/v1/signals/{id}", Cancel);
        var tag = read.Headers.ETag!.Tag;
        using var ben = await _console.WithTokenAsync(PersonRole.Lead, "read", "write");

        using var missing = await SendAsync(HttpMethod.Post, $"/api/v1/signals/{id}/dispositions", new { kind = "true_positive", reason = "clear" });
        Assert.Equal(428, (int)missing.StatusCode);

        using var decided = await SendAsync(HttpMethod.Post, $"/api/v1/signals/{id}/dispositions", new { kind = "true_positive", reason = "clear" }, tag);
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        var state = JsonNode.Parse(await decided.Content.ReadAsStringAsync(Cancel))!;
        Assert.Equal(("decided", "true_positive"), (state["state"]!.GetValue<string>(), state["lastDisposition"]!.GetValue<string>()));
        Assert.StartsWith($"\"v{state["version"]!.GetValue<int>()}.", decided.Headers.ETag!.Tag);

        using var late = await SendAsync(HttpMethod.Post, $"/api/v1/signals/{id}/dispositions", new { kind = "false_positive", reason = "no" }, tag, ben);
        var problem = await ProblemAsync(late, HttpStatusCode.PreconditionFailed);
        var change = Assert.Single(problem["changes"]!.AsArray())!;
        Assert.Equal(("signal.decided", "Test Analyst"), (change["verb"]!.GetValue<string>(), change["by"]!.GetValue<string>()));
        Assert.Equal("decided", problem["current"]!["state"]!.GetValue<string>());

        using var undone = await SendAsync(HttpMethod.Delete, $"/api/v1/signals/{id}/dispositions/{state["dispositionId"]}", null, null, ben);
        Assert.Equal("open", JsonNode.Parse(await undone.Content.ReadAsStringAsync(Cancel))!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_somebody_else_holds_is_refused_with_409_until_a_Lead_ends_it()
    {
        var id = await FirstAsync();
        using var ben = await _console.WithTokenAsync(PersonRole.Lead, "read", "write");
        using (await SendAsync(HttpMethod.Put, $"/api/v1/signals/{id}/hold", new { minutes = 5 }, null, ben))
        using (var refused = await SendAsync(HttpMethod.Post, $"/api/v1/signals/{id}/dispositions", new { kind = "inconclusive", reason = "?" }, "*"))
            Assert.Contains("Test Lead", (await ProblemAsync(refused, HttpStatusCode.Conflict))["current"]!["heldByName"]!.GetValue<string>());
        using (await SendAsync(HttpMethod.Delete, $"/api/v1/signals/{id}/hold", null, null, ben))
        using (var done = await SendAsync(HttpMethod.Post, $"/api/v1/signals/{id}/dispositions", new { kind = "inconclusive", reason = "?" }, "*"))
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_done_once()
    {
        var id = await FirstAsync();
        var audit = _console.Services.GetRequiredService<AuditLog>();
        for (var i = 0; i < 3; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/signals/{id}/comments") { Content = JsonContent.Create(new { text = "once" }) };
            request.Headers.Add("Idempotency-Key", "k-1");
            using var response = await _ana.SendAsync(request, Cancel);
            Assert.Equal(1, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["comments"]!.GetValue<int>());
        }
        Assert.Single(await audit.ListAsync(new() { Verb = "signal.commented" }, cancel: Cancel));
    }

    [Fact]
    public async Task All_that_people_do_can_be_done_and_shows_in_the_signal_and_its_history()
    {
        var id = await FirstAsync();
        var me = (await ReadAsync("/api/v1/me"))["id"]!.GetValue<string>();
        var member = (await ReadAsync($"/api/v1/signals/{id}"))["signal"]!["members"]![0]!["account"]!.GetValue<string>();
        async Task DoAsync(HttpMethod method, string path, object? body)
        {
            using var response = await SendAsync(method, $"/api/v1/signals/{id}/{path}", body, "*");
            Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync(Cancel)}");
        }

        await DoAsync(HttpMethod.Put, "assignee", new { person = me });
        await DoAsync(HttpMethod.Put, "snooze", new { untilGrown = true });
        await DoAsync(HttpMethod.Delete, "snooze", null);
        await DoAsync(HttpMethod.Post, "labels", new { text = "election", reason = "ballots" });
        await DoAsync(HttpMethod.Post, "tags", new { text = "mine" });
        await DoAsync(HttpMethod.Put, "members", new { verdict = "exclude", accounts = new[] { member }, reason = "a newsroom" });

        var file = await ReadAsync($"/api/v1/signals/{id}");
        Assert.Equal("Test Analyst", file["state"]!["assigneeName"]!.GetValue<string>());
        Assert.Equal("election", file["labels"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("mine", file["tags"]![0]!["text"]!.GetValue<string>());
        Assert.Equal((member, false), (file["members"]![0]!["account"]!.GetValue<string>(), file["members"]![0]!["included"]!.GetValue<bool>()));
        Assert.Equal(
            ["signal.members-excluded", "tag.added", "label.added", "signal.woken", "signal.snoozed", "signal.assigned"],
            (await ReadAsync($"/api/v1/signals/{id}/history"))["items"]!.AsArray().Take(6).Select(entry => entry!["verb"]!.GetValue<string>()));
        using var ben = await _console.WithTokenAsync(PersonRole.Lead, "read");
        var others = JsonNode.Parse(await ben.GetStringAsync($"/api/v1/signals/{id}/history", Cancel))!["items"]!.AsArray();
        Assert.DoesNotContain(others, entry => entry!["verb"]!.GetValue<string>().StartsWith("tag.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"kind":"true_positive"}""", "reason")]
    [InlineData("""{"kind":"maybe","reason":"r"}""", "kind")]
    [InlineData("""{"kind":1,"reason":"r"}""", "kind")]
    [InlineData("""{"kind":"duplicate","reason":"r"}""", "duplicate")]
    [InlineData("""{"kind":"true_positive","reason":"r","reson":"typo"}""", "reson")]
    [InlineData("""{"kind":"true_positive","reason":null}""", "reason")]
    [InlineData("""{"kind":"true_positive","reason":"  "}""", "reason")]
    [InlineData("""{""", "body")]
    [InlineData("", "body")]
    public async Task A_body_that_is_wrong_is_told_where(string body, string about)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/signals/{await FirstAsync()}/dispositions") { Content = new StringContent(body, null, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var response = await _ana.SendAsync(request, Cancel);
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);

        Assert.Contains(about, problem.ToJsonString());
        Assert.NotEmpty(problem["hint"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/signals/N-NOTHERE", 404)]
    [InlineData("GET", "/api/v1/signals/N-NOTHERE/network", 404)]
    [InlineData("PATCH", "/api/v1/signals", 405)]
    [InlineData("DELETE", "/api/v1/labels/999", 404)]
    [InlineData("GET", "/api/v1/scans/999", 404)]
    public async Task What_is_not_there_is_a_problem_document_too(string method, string path, int status)
    {
        using var response = await SendAsync(new(method), path, null);
        await ProblemAsync(response, (HttpStatusCode)status);
    }

    [Fact]
    public async Task No_other_site_is_let_in_by_CORS()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/signals");
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await _ana.SendAsync(request, Cancel);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_token_that_asks_too_often_is_told_when_to_come_back()
    {
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 700 && refused is null; i++)
        {
            var response = await _ana.GetAsync("/api/v1/me", Cancel);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) refused = response;
            else response.Dispose();
        }

        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        await ProblemAsync(refused, HttpStatusCode.TooManyRequests);
        using var other = await _console.WithTokenAsync(PersonRole.Viewer, "read");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/me", Cancel)).StatusCode);
    }

    private static string IdOf(JsonNode? signal) => signal!["id"]!.GetValue<string>();

    private async Task<string> FirstAsync() => IdOf((await ReadAsync("/api/v1/signals?limit=1"))["items"]![0]);

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await _ana.GetStringAsync(path, Cancel))!;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? ifMatch = null, HttpClient? client = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await (client ?? _ana).SendAsync(request, Cancel);
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.All(new[] { "what", "where", "hint" }, part => Assert.Equal(JsonValueKind.String, problem[part]!.GetValueKind()));
        return problem;
    }
}
