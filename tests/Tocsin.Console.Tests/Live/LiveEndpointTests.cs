using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Live;

public class LiveEndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_signed_in_hears_nothing()
    {
        await using var console = await RunningConsole.StartAsync();
        using var program = console.Program();

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/live", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_decision_is_heard_by_others_and_told_to_be_ones_own()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var decider = await console.SignedInAsync(PersonRole.Analyst);
        using var reader = await console.SignedInAsync(PersonRole.Viewer);
        await using var own = await LiveReader.OpenAsync(decider, null);
        await using var theirs = await LiveReader.OpenAsync(reader, null);

        var signal = await DecideAsync(console);

        var (type, id, data) = await theirs.NextAsync();
        Assert.Equal("signal", type);
        Assert.Equal((signal, "signal.decided"), (data.GetProperty("id").GetString(), data.GetProperty("verb").GetString()));
        Assert.False(data.TryGetProperty("mine", out _));
        Assert.True((await own.NextAsync()).Data.GetProperty("mine").GetBoolean());
        Assert.Equal(await console.Services.GetRequiredService<AuditLog>().LastIdAsync(Cancel), id);
    }

    [Fact]
    public async Task A_stream_takes_up_where_it_broke_off_even_after_the_server_restarted()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var reader = await console.SignedInAsync(PersonRole.Viewer);
        var known = await console.Services.GetRequiredService<AuditLog>().LastIdAsync(Cancel);
        await using (await LiveReader.OpenAsync(reader, null))
        {
            await console.RestartAsync();
        }
        var signal = await DecideAsync(console);

        await using var resumed = await LiveReader.OpenAsync(reader, known);

        var (type, id, data) = await resumed.NextAsync();
        Assert.Equal(("signal", signal), (type, data.GetProperty("id").GetString()));
        Assert.True(id > known);
        await using var again = await LiveReader.OpenAsync(reader, id);
        var next = await DecideAsync(console, skip: 1);
        Assert.Equal(next, (await again.NextAsync()).Data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_notification_reaches_its_person_alone()
    {
        await using var console = await RunningConsole.StartAsync();
        using var analyst = await console.SignedInAsync(PersonRole.Analyst);
        using var viewer = await console.SignedInAsync(PersonRole.Viewer);
        await using var theirs = await LiveReader.OpenAsync(analyst, null);
        await using var others = await LiveReader.OpenAsync(viewer, null);
        var (notifications, analystId) = (console.Services.GetRequiredService<Notifications>(), (await console.PersonAsync(PersonRole.Analyst)).Id);

        await notifications.SendAsync(Actor.System, [analystId], "told", "signal:N-1", "Look at this.", Cancel);
        await notifications.SendAsync(Actor.System, [(await console.PersonAsync(PersonRole.Viewer)).Id], "told", "signal:N-2", "And at that.", Cancel);

        var told = (await theirs.NextAsync()).Data;
        Assert.Equal(("Look at this.", 1), (told.GetProperty("text").GetString(), told.GetProperty("unread").GetInt32()));
        Assert.Equal("And at that.", (await others.NextAsync()).Data.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Listeners_do_not_keep_the_console_from_stopping()
    {
        await using var console = await RunningConsole.StartAsync();
        using var reader = await console.SignedInAsync(PersonRole.Viewer);
        await using var stream = await LiveReader.OpenAsync(reader, null);
        var started = Stopwatch.GetTimestamp();

        await console.RestartAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<EndOfStreamException>(stream.NextAsync);
    }

    private static async Task<string> DecideAsync(RunningConsole console, int skip = 0)
    {
        var page = await console.Services.GetRequiredService<SignalQueue>().ListAsync(new() { States = [SignalStatus.Open] }, cancel: Cancel);
        var (signal, person) = (page.Items[skip], await console.PersonAsync(PersonRole.Analyst));
        await console.Services.GetRequiredService<Triage>().DecideAsync(
            new(person.Id, "Ana", ActorKind.Person), signal.Id, signal.Version, DispositionKind.FalsePositive, "a test", cancel: Cancel);
        return signal.Id;
    }
}
