using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Console.Security.Access;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests.Api;

public sealed class IngestApiTests : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private HttpClient _sender = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartAsync();
        _sender = await _console.WithTokenAsync(PersonRole.Analyst, "ingest");
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _console.DisposeAsync();
    }

    private static string Event(int id, string text = "hello") =>
        $$"""{"platform":"harbour","id":"{{id}}","account":"u-{{id % 7}}","time":"2026-03-01T09:00:00Z","kind":"post","text":"{{text}}"}""";

    [Fact]
    public async Task Every_line_is_answered_and_rejects_are_kept()
    {
        var answer = await SendAsync($"{Event(1)}\nnot json\n\n{Event(1)}\r\n{Event(2)}");

        Assert.Equal((2, 1, 1, 0), (Int(answer, "accepted"), Int(answer, "duplicates"), Int(answer, "rejected"), Int(answer, "skipped")));
        Assert.Equal(
            [(1, "accepted"), (2, "rejected"), (4, "duplicate"), (5, "accepted")],
            answer["rows"]!.AsArray().Select(row => (Int(row!, "line"), row!["outcome"]!.GetValue<string>())));
        using var reader = await _console.WithTokenAsync(PersonRole.Viewer, "read");
        var rejects = JsonNode.Parse(await reader.GetStringAsync($"/api/v1/imports/files/{answer["file"]}/rejects", Cancel))!;
        Assert.Equal("not json", rejects["items"]![0]!["raw"]!.GetValue<string>());
        Assert.StartsWith("line,reason,length,raw\r\n2,", await reader.GetStringAsync($"/api/v1/imports/files/{answer["file"]}/rejects?format=csv", Cancel));
    }

    [Fact]
    public async Task Sending_again_changes_nothing()
    {
        await SendAsync($"{Event(1)}\n{Event(2)}\n");
        var answer = await SendAsync($"{Event(1)}\n{Event(2)}\n");

        Assert.Equal((0, 2), (Int(answer, "accepted"), Int(answer, "duplicates")));
        Assert.Equal(2, _console.Services.GetRequiredService<DuckDbLake>().Summarise().Events);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_body_is_unpacked(string encoding)
    {
        using var packed = new MemoryStream();
        await using (Stream packing = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await packing.WriteAsync(Encoding.UTF8.GetBytes($"{Event(1)}\n{Event(2)}"), Cancel);

        Assert.Equal(2, Int(await SendAsync(packed.ToArray(), encoding), "accepted"));
    }

    [Fact]
    public async Task Another_encoding_is_refused()
    {
        using var response = await PostAsync([1, 2, 3], "zstd");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Any_format_that_is_lines_of_JSON_can_be_named()
    {
        var answer = await SendAsync("""{"id":"1","account":"ada","ts":"2026-03-01T09:00Z","text":"hi"}""", "?format=posts&platform=chatter");

        Assert.Equal(("chatter", "1"), (answer["rows"]![0]!["platform"]!.GetValue<string>(), answer["rows"]![0]!["id"]!.GetValue<string>()));
        using var unknown = await PostAsync("{}"u8.ToArray(), null, "?format=myspace");
        Assert.Contains("bluesky", JsonNode.Parse(await unknown.Content.ReadAsStringAsync(Cancel))!["hint"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_rejected_and_those_around_it_are_taken()
    {
        var answer = await SendAsync($"{Event(1)}\n{Event(2, new string('x', 3_000_000))}\n{Event(3)}\n{Event(4, new string('y', 1_200_000))}\n{Event(5)}", "?rows=rejected");

        Assert.Equal((3, 2), (Int(answer, "accepted"), Int(answer, "rejected")));
        Assert.Equal([2, 4], answer["rows"]!.AsArray().Select(row => Int(row!, "line")));
    }

    [Fact]
    public async Task Many_lines_come_through_in_order_across_buffers()
    {
        var answer = await SendAsync(string.Concat(Enumerable.Range(1, 30_000).Select(i => Event(i, $"text of {i}") + "\n")));

        Assert.Equal(30_000, Int(answer, "accepted"));
        Assert.Equal(Enumerable.Range(1, 30_000), answer["rows"]!.AsArray().Select(row => Int(row!, "line")));
    }

    [Fact]
    public async Task Too_many_lines_and_bombs_are_refused_and_what_was_taken_is_told()
    {
        using var many = await PostAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 60_000))), null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, many.StatusCode);
        Assert.Contains("send the rest", await many.Content.ReadAsStringAsync(Cancel));

        using var packed = new MemoryStream();
        await using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < 80; i++) await packing.WriteAsync(new byte[1 << 20], Cancel);
        }
        using var bomb = await PostAsync(packed.ToArray(), "gzip");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);
        Assert.Equal("application/problem+json", bomb.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    public async Task Only_the_scope_ingest_sends_events(string scope)
    {
        using var other = await _console.WithTokenAsync(PersonRole.Admin, scope);
        using var response = await other.PostAsync("/api/v1/events", new StringContent(Event(1)), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, _console.Services.GetRequiredService<DuckDbLake>().Summarise().Events);
    }

    private static int Int(JsonNode node, string name) => node[name]!.GetValue<int>();

    private Task<JsonNode> SendAsync(string lines, string query = "") => AnswerAsync(PostAsync(Encoding.UTF8.GetBytes(lines), null, query));

    private Task<JsonNode> SendAsync(byte[] packed, string encoding) => AnswerAsync(PostAsync(packed, encoding));

    private static async Task<JsonNode> AnswerAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body, string? encoding, string query = "")
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } };
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        return _sender.PostAsync($"/api/v1/events{query}", content, Cancel);
    }
}
