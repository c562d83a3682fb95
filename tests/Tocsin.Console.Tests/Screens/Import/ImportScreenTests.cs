using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Imports;
using Tocsin.Console.Security.Access;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests.Screens.Import;

public sealed class ImportScreenTests : IAsyncLifetime
{
    private const string Posts = """
        user,created,message,link
        ada,2026-03-01T09:00:00Z,The harbour market opens again,https://harbour.example/a
        <script>alert(1)</script>,2026-03-01T09:00:40Z,"look ‮gnp.exe",javascript:alert(1)
        cleo,yesterday,<img src=x onerror=alert(2)>,https://x.example
        """;

    private RunningConsole _console = null!;
    private HttpClient _ana = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DuckDbLake Lake => _console.Services.GetRequiredService<DuckDbLake>();

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartAsync();
        _ana = await _console.SignedInAsync(PersonRole.Analyst);
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task From_a_file_to_events_and_rejects_without_script()
    {
        Assert.Contains("No file yet", await _ana.ReadAsync("/import"));
        var page = await UploadFormAsync("posts.csv", Posts);
        var look = await _ana.ReadAsync(page);
        Assert.Contains("The harbour market opens again", look);
        Assert.Contains("'yesterday' is not a time", look);

        using var started = await _ana.PostAsync($"{page}/start", Browsing.Form(("map", "fields: {account: user, time: created, text: message, urls: link}"), ("platform", "harbour")), Cancel);
        var run = started.Where()!;
        await EndedAsync();

        var outcome = await _ana.ReadAsync(run);
        Assert.Contains("2 new events", outcome);
        Assert.Contains("Scan now", outcome);
        Assert.Equal(2, Lake.Summarise().Events);
        Assert.Empty(_console.Services.GetRequiredService<Inbox>().List());
        var rejects = await _ana.GetStringAsync("/import/files/1", Cancel);
        Assert.Contains("&lt;img src=x onerror=alert(2)&gt;", rejects);
        Assert.DoesNotContain("<img", rejects);
        Assert.Contains("posts.csv", await _ana.ReadAsync("/import"));
        using var scanned = await _ana.PostAsync("/import/scan", null, Cancel);
        Assert.StartsWith("/import/runs/", scanned.Where());
    }

    [Fact]
    public async Task What_stands_in_the_file_is_shown_as_data()
    {
        var look = await _ana.GetStringAsync(await UploadFormAsync("po<b>sts.csv", Posts), Cancel);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", look);
        Assert.DoesNotContain("<script>alert", look);
        Assert.DoesNotContain("po<b>sts", look);
        Assert.False(look.Contains('\u202E', StringComparison.Ordinal));
        Assert.DoesNotContain("href=\"javascript:", look);
    }

    [Fact]
    public async Task The_mapping_is_corrected_by_fields_in_the_address()
    {
        var page = await UploadFormAsync("posts.csv", "who,when,what\nada,01/03/2026 09:00,hi\n");
        Assert.Contains("say which fields are what", await _ana.ReadAsync(page));

        var mapped = await _ana.ReadAsync($"{page}?format=generic&f.account=who&f.time=when&f.text=what&timeFormat=dd/MM/yyyy HH:mm&zone=Europe/Berlin");

        Assert.Contains("1 become events, 0 cannot be read", mapped);
        Assert.Contains("account: 'who'", mapped);
        Assert.Contains("2026-03-01T08:00:00", mapped);
        Assert.Contains("does not say which field is the account", await _ana.ReadAsync($"{page}?format=generic&f.time=when"));
        Assert.Contains("cannot be read", await _ana.ReadAsync($"{page}?map=%5B"));
    }

    [Fact]
    public async Task A_script_sends_the_file_as_it_is_and_is_told_where_to_go()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Posts)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var response = await _ana.PostAsync("/import/uploads?name=..%2F..%2Fetc%2Fpasswd", content, Cancel);

        var address = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["address"]!.GetValue<string>();
        Assert.Matches("^/import/uploads/[A-Za-z0-9_-]{12}$", address);
        Assert.Contains("passwd", await _ana.ReadAsync(address));
    }

    [Fact]
    public async Task A_file_that_was_imported_before_says_so_and_changes_nothing()
    {
        const string Known = """{"id":"1","account":"ada","ts":"2026-03-01T09:00Z","text":"hi"}""";
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var page = await UploadFormAsync("posts.jsonl", Known);
            using var started = await _ana.PostAsync($"{page}/start", Browsing.Form(("format", "posts")), Cancel);
            await EndedAsync();
        }

        Assert.Contains("imported before", await _ana.ReadAsync(await UploadFormAsync("again.jsonl", Known)));
        Assert.Equal(1, Lake.Summarise().Events);
    }

    [Fact]
    public async Task A_file_that_is_removed_is_gone()
    {
        var page = await UploadFormAsync("posts.csv", Posts);
        using var removed = await _ana.PostAsync($"{page}/remove", null, Cancel);

        Assert.Equal("/import", removed.Where());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_console.Workspace, "inbox")));
        Assert.Contains("no longer here", await _ana.ReadAsync(page));
    }

    [Fact]
    public async Task A_Viewer_sees_what_was_taken_in_and_nothing_to_send()
    {
        using var viewer = await _console.SignedInAsync(PersonRole.Viewer);
        Assert.DoesNotContain("type=\"file\"", await viewer.GetStringAsync("/import", Cancel));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync("/import/uploads/AAAAAAAAAAAA", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Scanning_by_itself_and_the_largest_file_are_set_by_an_Admin()
    {
        using var admin = await _console.SignedInAsync(PersonRole.Admin);
        using var saved = await admin.PostAsync("/settings/work", Browsing.Form(("scanEvery", "60"), ("mostUpload", "5")), Cancel);
        Assert.Contains("Saved.", await admin.FollowAsync(saved));

        Assert.Contains("up to 5 MB", await _ana.ReadAsync("/import"));
        using var large = new ByteArrayContent(new byte[6_000_000]);
        using var refused = await _ana.PostAsync("/import/uploads?name=big", large, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _ana.PostAsync("/settings/work", Browsing.Form(("scanEvery", "5")), Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_API_can_be_read_as_a_page()
    {
        var page = await _ana.ReadAsync("/api");

        Assert.Contains("/api/v1/signals/{id}/dispositions", page);
        Assert.Contains("false_positive", page);
    }

    private async Task<string> UploadFormAsync(string name, string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", name } };
        using var response = await _ana.PostAsync("/import/uploads", form, Cancel);
        return response.Where()!;
    }

    private async Task EndedAsync()
    {
        var runs = _console.Services.GetRequiredService<WorkRuns>();
        while ((await runs.ListAsync(_console.Workspace, cancel: Cancel)).Any(run => run.Ended is null)) await Task.Delay(20, Cancel);
    }
}
