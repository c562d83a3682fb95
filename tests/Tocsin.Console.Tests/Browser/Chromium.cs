using Microsoft.Playwright;
using Tocsin.Console.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Tocsin.Console.Tests.Browser;

/// <summary>The machine's Chromium, started when the first test asks for a page; every page has a profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    // Generous: the machine may be busy with other tests, and nothing waits that long that works.
    private const int Patience = 30_000;

    public ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        return default;
    }

    /// <summary>A page in a new profile. A test without a browser to run in is skipped, and says so.</summary>
    internal async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var browser = await BrowserAsync();
        options ??= new();
        options.TimezoneId ??= "Europe/Vienna";
        options.Locale ??= "en-GB";
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        var path = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"no Chromium at {string.Join(" or ", Places)}: apt-get install chromium");
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
