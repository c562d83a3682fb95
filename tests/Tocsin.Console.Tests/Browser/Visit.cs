using Microsoft.Playwright;

namespace Tocsin.Console.Tests.Browser;

/// <summary>A page in a profile of its own, and what went wrong on it: errors of scripts, what the content policy refused, requests to other hosts.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private Uri? _home;

    public Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Note($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsAnswer(message.Text)) Note($"console: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (_home is not null && url.Scheme.StartsWith("http", StringComparison.Ordinal) && url.Authority != _home.Authority) Note($"request to {url}");
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_faults) return [.. _faults];
        }
    }

    /// <summary>Goes there and waits until the page's scripts stand.</summary>
    public async Task<IPage> ToAsync(string address)
    {
        _home ??= new Uri(address);
        await Page.GotoAsync(address);
        await ReadyAsync();
        return Page;
    }

    public Task ReadyAsync() => Page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    // A refusal that the server answers is told by the page itself; the browser writes it to the console too.
    private static bool IsAnswer(string text) =>
        text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
        || text.StartsWith("Failed to load resource: net::", StringComparison.Ordinal)
        || text.StartsWith("Response Status Error Code", StringComparison.Ordinal);

    private void Note(string fault)
    {
        lock (_faults) _faults.Add(fault);
    }
}
