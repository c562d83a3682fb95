using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Tocsin.Console.Live;

/// <summary>Writes server-sent events (WHATWG HTML, 9.2). A write that does not get through in time ends the stream.</summary>
internal sealed class LiveStream(HttpResponse response, string person)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Begins the answer, so that the browser knows that it is connected.</summary>
    public Task BeginAsync(CancellationToken cancel)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";   // nginx would gather
        return BeatAsync(cancel);
    }

    /// <summary>A sign of life that is no event.</summary>
    public Task BeatAsync(CancellationToken cancel)
    {
        _buffer.Write(":\n\n"u8);
        return FlushAsync(cancel);
    }

    public Task SendAsync(IEnumerable<LiveEvent> events, CancellationToken cancel)
    {
        foreach (var e in events) Write(e);
        return FlushAsync(cancel);
    }

    private void Write(LiveEvent e)
    {
        var id = e.AuditId is { } audit ? string.Create(CultureInfo.InvariantCulture, $"id: {audit}\n") : "";
        var data = e.Data with { ById = null, Mine = e.Data.ById == person ? true : null };
        Encoding.UTF8.GetBytes($"event: {e.Type}\n{id}data: {JsonSerializer.Serialize(data, Json)}\n\n", _buffer);
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        if (_buffer.WrittenCount == 0) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await response.Body.WriteAsync(_buffer.WrittenMemory, patience.Token);
        await response.Body.FlushAsync(patience.Token);
        _buffer.ResetWrittenCount();
    }
}
