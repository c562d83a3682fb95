using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Tocsin.Console.Tests.Live;

/// <summary>A browser's end of the stream.</summary>
internal sealed class LiveReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private LiveReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>Connects; returns once the server has begun to answer.</summary>
    public static async Task<LiveReader> OpenAsync(HttpClient client, long? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/live");
        if (lastEventId is { } id) request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event.</summary>
    /// <exception cref="EndOfStreamException">The server ended the stream.</exception>
    public async Task<(string Type, long? Id, JsonElement Data)> NextAsync()
    {
        try
        {
            if (!await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20))) throw new EndOfStreamException();
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw new EndOfStreamException(error.Message, error);
        }
        var item = _items.Current;
        long? id = long.TryParse(item.EventId, CultureInfo.InvariantCulture, out var audit) ? audit : null;
        return (item.EventType, id, JsonSerializer.Deserialize<JsonElement>(item.Data));
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        try
        {
            await _items.DisposeAsync();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or NotSupportedException)
        {
            // The stream is gone: that is what disposing was for.
        }
    }
}
