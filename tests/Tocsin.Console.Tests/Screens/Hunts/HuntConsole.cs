using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests.Screens.Hunts;

/// <summary>A console over a few posts whose every word is known, some of them written by somebody who means harm.</summary>
internal static class HuntConsole
{
    public const string Hostile =
        "<script>document.title='owned'</script><img src=x onerror=alert(1)> javascript:alert(1) https://evil.example/path \u202Egnp.exe";

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static async Task<RunningConsole> StartAsync()
    {
        var console = await RunningConsole.StartAsync();
        Write(console, Posts());
        return console;
    }

    /// <summary>Writes posts, and has them indexed before it returns.</summary>
    public static void Write(RunningConsole console, IEnumerable<IncomingEvent> posts)
    {
        var lake = console.Services.GetRequiredService<DuckDbLake>();
        lake.Write([.. posts.Select(ObservableExtractor.Enrich)]);
        lake.Search.CatchUp();
    }

    public static IncomingEvent Post(string id, string account, TimeSpan after, string text, string platform = "plaza", string? name = null, string? handle = null) => new(
        new Event { Platform = platform, Id = id, AccountId = account, Time = Start + after, Text = text, Language = "en" },
        new AccountProfile { Platform = platform, Id = account, Handle = handle ?? account, DisplayName = name, CreatedAt = Start.AddDays(-30) }, []);

    /// <summary>90 posts about trains, one an hour; two nearly equal ones about a bridge; one with a wallet; one that is hostile.</summary>
    private static IEnumerable<IncomingEvent> Posts()
    {
        for (var i = 0; i < 90; i++)
            yield return Post($"t{i}", $"rider{i % 6}", TimeSpan.FromHours(i), string.Create(CultureInfo.InvariantCulture, $"slow train number {i} #railway #line{i % 3}"));
        yield return Post("b1", "mason", TimeSpan.FromHours(3), "The old bridge will be closed on Monday because nobody ever paid for it, says the mayor https://bridge-news.example/a");
        yield return Post("b2", "carver", TimeSpan.FromHours(4), "The old bridge will be closed on Friday because nobody ever paid for it, says the mayor https://bridge-news.example/a");
        yield return Post("w1", "beggar", TimeSpan.FromHours(5), "send money to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT now");
        yield return Post("h1", "\"><script>alert(1)</script>", TimeSpan.FromHours(6), Hostile, name: new string('W', 50_000), handle: "evil<b>\u202Ereversed");
    }
}
