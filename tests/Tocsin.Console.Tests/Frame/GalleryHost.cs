using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Tocsin.Console.Assets;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Layout.Parts;
using Tocsin.Console.Security.Headers;
using Tocsin.Console.Tests.Frame.Gallery;
using Tocsin.Console.Words;
using Tocsin.Core;

namespace Tocsin.Console.Tests.Frame;

/// <summary>The frame with pages that hold each of its parts, for looking at and for testing; under the product's own policy.</summary>
internal sealed class GalleryHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private CancellationTokenSource _live = new();

    public Someone Viewer { get; } = new();

    /// <summary>What was posted as preferences.</summary>
    public List<string> Preferred { get; } = [];

    /// <summary>The Last-Event-ID of each connection to the live stream.</summary>
    public List<string> Resumed { get; } = [];

    /// <summary>Whether the live stream refuses connections.</summary>
    public bool Down { get; set; }

    public string Address => _app.Urls.First();

    private GalleryHost(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<AssetFiles>();
        builder.Services.AddSingleton<IStringLocalizer<Strings>, Texts>();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.HeaderName = "X-CSRF");
        builder.Services.AddSingleton<IViewer>(Viewer);
        builder.AddFrame();
        _app = builder.Build();
        _app.UseMiddleware<SecurityHeaders>();
        _app.UseFailurePages();
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(AssetFiles.Folder), RequestPath = "/assets" });
        MapPages();
        MapAnswers();
        MapFigures();
        _app.MapGet("/live", LiveAsync);
    }

    public static async Task<GalleryHost> StartAsync(int port = 0)
    {
        var host = new GalleryHost(port);
        await host._app.StartAsync();
        return host;
    }

    public void Publish(string text) => _events.Writer.TryWrite(text);

    /// <summary>Waits until the live stream was asked for so many times.</summary>
    public async Task ListeningAsync(int times)
    {
        for (var tries = 0; tries < 200 && Resumed.Count < times; tries++) await Task.Delay(50);
        Assert.Equal(times, Resumed.Count);
    }

    /// <summary>Ends all live streams, as a server that restarts does.</summary>
    public async Task BreakAsync()
    {
        var old = Interlocked.Exchange(ref _live, new());
        await old.CancelAsync();
        old.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _live.CancelAsync();
        await _app.DisposeAsync();
        _live.Dispose();
    }

    private void MapPages()
    {
        _app.MapGet("/", () => new RazorComponentResult<PartsPage>());
        _app.MapGet("/queue", () => new RazorComponentResult<PanesPage>());
        _app.MapGet("/gallery/panes", (string? at) => new RazorComponentResult<PanesPage>(new { At = at }));
        _app.MapGet("/gallery/detail", () => new RazorComponentResult<DetailPage>());
        _app.MapGet("/gallery/bare", () => new RazorComponentResult<BarePage>());
        _app.MapGet("/gallery/nothing", () => new RazorComponentResult<NothingPage>());
        _app.MapGet("/signals/{n}", (int n) => new RazorComponentResult<DetailPage>());
        _app.MapGet("/gallery/problem", IResult () => throw new Problem("There are no days in a minute", "range=1m", "Take an hour."));
        _app.MapGet("/gallery/fault", IResult () => throw new InvalidOperationException("secret"));
        _app.MapGet("/gallery/rows", (int from) => new RazorComponentResult<GalleryRows>(new { From = from, Count = 20 }));
    }

    private void MapAnswers()
    {
        _app.MapGet("/gallery/preview/{n}", (int n) => TypedResults.Text($"<div class=\"pane-head\"><a class=\"btn ghost only-narrow\" href=\"/gallery/panes\">Queue</a><h2>Preview of {n}</h2></div><div class=\"pane-body\"><p class=\"claim\">{n} accounts posted the same 14 texts.</p></div>", "text/html"));
        _app.MapGet("/gallery/toast", () => new RazorComponentResult<Toast>(new { Text = "Decided: false positive.", Undo = "/gallery/undo" }));
        _app.MapPost("/gallery/undo", () => new RazorComponentResult<Toast>(new { Text = "Taken back." }));
        _app.MapPost("/gallery/decide", () => new RazorComponentResult<Toast>(new { Text = "Decided." }));
        _app.MapPost("/gallery/fail", () => TypedResults.Problem(title: "The lake is closed.", detail: "Open it and try again.", statusCode: 500));
        _app.MapPost("/gallery/conflict", () => TypedResults.Text("<p class=\"notice warn\">Ana decided this.</p>", "text/html", statusCode: 409));
        _app.MapPost("/account/preferences", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            lock (Preferred) Preferred.AddRange(form.Where(field => !field.Key.StartsWith("__")).Select(field => $"{field.Key}={field.Value}"));
            return request.Headers.ContainsKey("X-CSRF") ? Results.NoContent() : Results.Redirect("/");
        });
        _app.MapGet("/palette", (string? q) => TypedResults.Ok(new
        {
            groups = new[] { new { name = "Signals", items = q is "nothing at all" ? [] : new[] { new { text = $"N-7F3K2M answers {q}", note = "network", icon = "network", href = "/gallery/detail" } } } },
        }));
    }

    private void MapFigures()
    {
        var start = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        _app.MapGet("/gallery/timeline.json", () => new
        {
            buckets = Enumerable.Range(0, 96).Select(i => new { from = start.AddHours(i), acts = i is > 40 and < 56 ? 30 + i : 6 + i * 7 % 11, expected = 9.4, low = 3, high = 16 }),
        });
        _app.MapGet("/gallery/stacked.json", () => new
        {
            buckets = Enumerable.Range(0, 30).Select(i => start.AddDays(i)),
            series = Enumerable.Range(0, 5).Select(s => new { name = $"platform {s}", values = Enumerable.Range(0, 30).Select(i => (i * (s + 3) % 17) + 2) }),
        });
        _app.MapGet("/gallery/rhythm.json", () => new { counts = Enumerable.Range(0, 7).Select(d => Enumerable.Range(0, 24).Select(h => d < 5 && h is > 7 and < 18 ? 40 + (h * d % 13) : h * d % 5)) });
        _app.MapGet("/gallery/schema.json", () => new { events = new[] { "platform", "account", "at", "text" } });
    }

    private async Task LiveAsync(HttpContext context)
    {
        lock (Resumed) Resumed.Add(context.Request.Headers["Last-Event-ID"].ToString());
        if (Down)
        {
            context.Response.StatusCode = 503;
            return;
        }
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _live.Token);
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (var text in _events.Reader.ReadAllAsync(both.Token))
            {
                await context.Response.WriteAsync(text, both.Token);
                await context.Response.Body.FlushAsync(both.Token);
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}

/// <summary>Somebody who is signed in, with the preferences that a test wants.</summary>
internal sealed class Someone : IViewer
{
    public string? Name => "Ana Kovač";

    public string? Role => "Analyst";

    public bool MayAdminister => true;

    public bool MayWrite => true;

    public Preferences Preferences { get; set; } = new();

    public int Unread { get; set; } = 3;
}
