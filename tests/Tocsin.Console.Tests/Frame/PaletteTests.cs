using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Tests.Frame;

public sealed class PaletteTests
{
    [Fact]
    public async Task It_finds_signals_accounts_and_saved_hunts_by_a_few_letters()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var signal = (await console.Services.GetRequiredService<SignalQueue>().ListAsync(new(), limit: 1)).Items[0];
        var me = await console.PersonAsync(PersonRole.Analyst);
        await console.Services.GetRequiredService<Hunts>().SaveAsync(Person.ActorOf(me), new("Cheap pills", HuntMode.Words, "domain:pills.example", "?range=7d"));

        var found = await AskAsync(client, signal.Id);
        Assert.Equal([$"/signals/{signal.Id}"], found["Signals"].Select(item => item.Href));
        Assert.Equal(["/hunt?q=" + signal.Id], found["Search"].Select(item => item.Href));

        Assert.Equal([$"/hunt?saved=1&q=domain%3Apills.example&range=7d"], (await AskAsync(client, "PILLS"))["Hunts"].Select(item => item.Href));

        var handle = console.Services.GetRequiredService<Lake.DuckDb.DuckDbLake>().Ranking.Page(null, 1).Accounts[0].Account.Profile;
        Assert.Contains((await AskAsync(client, handle.Handle!))["Accounts"], item => item.Text == handle.Handle && item.Href.StartsWith("/accounts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_nothing_typed_it_offers_where_one_was_and_the_top_of_the_queue()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var queue = console.Services.GetRequiredService<SignalQueue>();
        var signals = (await queue.ListAsync(new(), limit: 3)).Items;
        var before = await AskAsync(client, "");
        Assert.Equal(signals.Select(signal => $"/signals/{signal.Id}"), before["Top of the queue"].Take(3).Select(item => item.Href));
        Assert.Empty(before["Where you were"]);

        var me = await console.PersonAsync(PersonRole.Analyst);
        await console.Services.GetRequiredService<Triage>().CommentAsync(Person.ActorOf(me), signals[2].Id, "Look at the wallets.");
        Assert.Equal([$"/signals/{signals[2].Id}"], (await AskAsync(client, ""))["Where you were"].Select(item => item.Href));
    }

    [Fact]
    public async Task Nobody_asks_it_without_signing_in()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = console.Program();
        using var response = await client.GetAsync("/palette?q=a");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<ILookup<string, (string Text, string Href)>> AskAsync(HttpClient client, string typed)
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/palette?q={Uri.EscapeDataString(typed)}"));
        return json.RootElement.GetProperty("groups").EnumerateArray()
            .SelectMany(group => group.GetProperty("items").EnumerateArray().Select(item => (Group: group.GetProperty("name").GetString()!, Item: item)))
            .ToLookup(found => found.Group, found => (found.Item.GetProperty("text").GetString()!, found.Item.GetProperty("href").GetString()!));
    }
}
