using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Work;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Tests.Work;

/// <summary>Scans that begin by themselves.</summary>
public class TimetableTests
{
    private static readonly Actor Ana = new("ana", "Ana", ActorKind.Person);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scan_begins_when_new_events_came_and_only_then()
    {
        await using var console = await RunningConsole.StartAsync();
        var (timetable, settings) = (console.Services.GetRequiredService<Timetable>(), console.Services.GetRequiredService<WorkSettings>());
        Write(console, "1");
        Assert.False(await timetable.ScanWhenDueAsync(Cancel));

        await settings.ChangeAsync(Ana, new(1, WorkSettings.UsualUpload), Cancel);
        Assert.True(await timetable.ScanWhenDueAsync(Cancel));
        var run = await LastAsync(console);
        Assert.Equal((WorkState.Done, "system"), (run.State, run.ById));
        Assert.Equal(1, WorkJson.Read<ScanReport>(run.Result)!.Events);
        Assert.False(await timetable.ScanWhenDueAsync(Cancel));
    }

    [Theory]
    [InlineData(-1, WorkSettings.UsualUpload)]
    [InlineData(100_000, WorkSettings.UsualUpload)]
    [InlineData(5, 12)]
    public async Task Choices_out_of_bounds_are_refused(int every, long most)
    {
        await using var console = await RunningConsole.StartAsync();

        await Assert.ThrowsAsync<Problem>(() => console.Services.GetRequiredService<WorkSettings>().ChangeAsync(Ana, new(every, most), Cancel));
    }

    private static void Write(RunningConsole console, string id)
    {
        var post = new Event { Platform = "p", Id = id, AccountId = "a", Time = DateTimeOffset.UnixEpoch };
        console.Services.GetRequiredService<DuckDbLake>().Write([new(post, new() { Platform = "p", Id = "a" }, [])]);
    }

    private static async Task<WorkRun> LastAsync(RunningConsole console)
    {
        var runs = console.Services.GetRequiredService<WorkRuns>();
        while (true)
        {
            if (await runs.ListAsync(console.Workspace, WorkKind.Scan, cancel: Cancel) is [{ Ended: not null } run, ..]) return run;
            await Task.Delay(20, Cancel);
        }
    }
}
