using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Live;

/// <summary><c>GET /live</c>: what happens, as server-sent events; takes up where <c>Last-Event-ID</c> says.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Browsers share one stream among their tabs; beyond this, something runs away.</summary>
    private const int MostPerPerson = 30;

    /// <summary>Who was away for more than this has missed so much that only the newest is worth telling.</summary>
    private const int MostMissed = 5000;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/live", ListenAsync).RequireAuthorization(Policies.Read).ExcludeFromDescription();

    private static async Task ListenAsync(HttpContext http, CurrentPerson who, LiveFeed feed, AuditLog audit, CaseworkDatabase casework, IHostApplicationLifetime lifetime)
    {
        var person = who.Id;
        if (feed.CountOf(person) >= MostPerPerson)
        {
            http.Response.Headers.RetryAfter = "30";
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var client = feed.Join(person);
        try
        {
            var stream = new LiveStream(http.Response, person);
            await stream.BeginAsync(end.Token);
            var told = await TellMissedAsync(http.Request, stream, person, audit, casework, end.Token);
            await FollowAsync(client, stream, told, end.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The browser went away, did not keep up, or the console stops: it will come back and take up where it was.
        }
        finally
        {
            feed.Leave(client);
        }
    }

    private static async Task FollowAsync(LiveClient client, LiveStream stream, long told, CancellationToken cancel)
    {
        while (true)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            beat.CancelAfter(Heartbeat);
            try
            {
                if (!await client.Batches.WaitToReadAsync(beat.Token)) return;
                while (client.Batches.TryRead(out var batch)) await stream.SendAsync(batch.Where(e => e.AuditId is null || e.AuditId > told), cancel);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                await stream.BeatAsync(cancel);
            }
        }
    }

    /// <summary>Tells what the audit has behind the last event that the browser knows.</summary>
    /// <returns>The last entry that is told now, so that none is told twice.</returns>
    private static async Task<long> TellMissedAsync(
        HttpRequest request, LiveStream stream, string person, AuditLog audit, CaseworkDatabase casework, CancellationToken cancel)
    {
        if (!long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var known)) return 0;
        var newest = await audit.LastIdAsync(cancel);
        var missed = await audit.SinceAsync(Math.Max(known, newest - MostMissed), MostMissed, cancel);
        if (missed.Count == 0) return 0;
        await using var context = casework.Connect();
        var events = missed.Select(LiveEvent.Of).OfType<LiveEvent>().Where(e => e.For is null || e.For == person)
            .Concat(await NotificationNews.MissedAsync(context, person, missed[0].At.AddTicks(-1), cancel));
        await stream.SendAsync(LiveBatch.Gather(events), cancel);
        return missed[^1].Id;
    }
}
