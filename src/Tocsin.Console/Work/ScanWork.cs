using Tocsin.Casework;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Work;

/// <summary>The range of time that a scan is asked to look at; null on a side means without end.</summary>
public sealed record ScanRequest(DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    internal TimeRange Range => new(From ?? DateTimeOffset.MinValue, Until ?? DateTimeOffset.MaxValue);
}

/// <summary>What a scan came to.</summary>
/// <param name="Signals">Active signals.</param>
/// <param name="Events">How many events the lake held.</param>
/// <param name="LeftOut">What was too popular to compare within the memory budget.</param>
public sealed record ScanReport(int Signals, int New, int Updated, long Events, double Seconds, IReadOnlyList<LeftOutReport> LeftOut);

/// <summary>What was left out of one kind of observable.</summary>
public sealed record LeftOutReport(ObservableKind Kind, int Values, long Actions);

/// <summary>Runs the detectors over the lake.</summary>
internal sealed class ScanWork(ScanRequest request, DuckDbLake lake, ISignalStore signals, INetworkStore networks, TimeProvider clock) : IWork
{
    public WorkKind Kind => WorkKind.Scan;

    public string Title => (request.From, request.Until) switch
    {
        (null, null) => "all events",
        ({ } from, null) => $"from {from:yyyy-MM-dd HH:mm}",
        (null, { } until) => $"until {until:yyyy-MM-dd HH:mm}",
        ({ } from, { } until) => $"{from:yyyy-MM-dd HH:mm} to {until:yyyy-MM-dd HH:mm}",
    };

    public object Request => request;

    public WorkOutcome Run(IProgress<WorkStep> progress, CancellationToken cancel)
    {
        var events = lake.Summarise().Events;
        var result = new Scan(lake, signals, lake.Scores, clock, networks).Run(new ScanOptions { Range = request.Range }, new Stages(progress), cancel);
        var report = new ScanReport(
            result.Signals.Count, result.New, result.Updated, events, Math.Round(result.Took.TotalSeconds, 3),
            [.. result.LeftOut.Select(left => new LeftOutReport(left.Key, left.Value.Values, left.Value.Actions))]);
        return new(report, new { report.Signals, report.New, report.Updated });
    }

    private sealed class Stages(IProgress<WorkStep> progress) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => progress.Report(new(value.Stage, value.Done));
    }
}
