using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Tests.Screens.Detectors;

public sealed class DetectorScreenTests : IAsyncLifetime
{
    private RunningConsole _console = null!;

    public async ValueTask InitializeAsync() => _console = await RunningConsole.StartWithSignalsAsync();

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task The_page_tells_all_that_the_catalog_knows()
    {
        using var client = await _console.SignedInAsync(PersonRole.Viewer);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/detectors/coordination"));
        var detector = DetectorCatalog.Find("coordination")!;
        IEnumerable<string> told =
        [
            detector.Finds, .. detector.Limits, .. detector.Steps.Select(step => step.Words), .. detector.Parameters.Select(parameter => parameter.Meaning),
            .. detector.Benign.Select(benign => benign.Measures), .. detector.Techniques.Select(technique => technique.Id), .. detector.Examples.Select(example => example.Story),
        ];
        Assert.All(told, text => Assert.Contains(text, page));
    }

    [Fact]
    public async Task Precision_counts_what_was_judged_and_nothing_else()
    {
        var triage = _console.Services.GetRequiredService<Triage>();
        var signals = (await _console.Services.GetRequiredService<SignalQueue>().ListAsync(new QueueFilter())).Items;
        DispositionKind[] decided =
            [DispositionKind.TruePositive, DispositionKind.TruePositive, DispositionKind.BenignTruePositive, DispositionKind.FalsePositive, DispositionKind.Inconclusive];
        foreach (var (signal, kind) in signals.Zip(decided))
            await triage.DecideAsync(Actor.System, signal.Id, signal.Version, kind, "tested");
        using var client = await _console.SignedInAsync(PersonRole.Viewer);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/detectors/coordination"));
        Assert.Contains("Right in 3 of 4 judged: 75 %, with 95 % confidence between 30 % and 95 % (Wilson).", page);
        Assert.Contains("75 %", WebUtility.HtmlDecode(await client.GetStringAsync("/detectors")));
    }

    [Fact]
    public async Task A_scan_can_be_asked_for_without_script_and_is_followed()
    {
        using var client = await _console.SignedInAsync(PersonRole.Analyst);
        using var answer = await client.SubmitAsync("/detectors/coordination", "/detectors/coordination/scan", ("range", "7d"));
        Assert.Equal("/detectors/coordination", answer.Headers.Location?.OriginalString);
        var runs = _console.Services.GetRequiredService<WorkRuns>();
        var asked = Assert.Single(await runs.ListAsync(_console.Workspace, WorkKind.Scan));
        Assert.Contains("until", asked.Request);
        while ((await runs.FindAsync(asked.Id))!.State is WorkState.Waiting or WorkState.Running) await Task.Delay(50);
        Assert.Contains("The last scan took", await client.GetStringAsync("/detectors/coordination/runs"));
    }

    [Fact]
    public async Task A_range_that_is_none_is_refused_and_starts_nothing()
    {
        using var client = await _console.SignedInAsync(PersonRole.Analyst);
        using var answer = await client.SubmitAsync("/detectors/coordination", "/detectors/coordination/scan", ("from", "2026-03-05"), ("to", "2026-03-01"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await _console.Services.GetRequiredService<WorkRuns>().ListAsync(_console.Workspace, WorkKind.Scan));
    }

    [Fact]
    public async Task A_viewer_is_offered_no_scan_and_cannot_start_one()
    {
        using var client = await _console.SignedInAsync(PersonRole.Viewer);
        Assert.DoesNotContain("Scan now", await client.GetStringAsync("/detectors/coordination"));
        using var answer = await client.PostAsync("/detectors/coordination/scan", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_detector_that_is_not_there_is_not_found()
    {
        using var client = await _console.SignedInAsync(PersonRole.Viewer);
        using var answer = await client.GetAsync("/detectors/nonsense");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such detector", await answer.Content.ReadAsStringAsync());
    }
}
