using Tocsin.Core.Events;

namespace Tocsin.Core.Detection;

/// <summary>What a scan looks at.</summary>
public sealed record ScanOptions
{
    public TimeRange Range { get; init; } = TimeRange.All;
}

/// <summary>Where a scan is: a stage in words and the share done, in [0, 1].</summary>
public sealed record ScanProgress(string Stage, double Done);

/// <summary>What a scan came to.</summary>
public sealed record ScanResult(IReadOnlyList<Signal> Signals, int New, int Updated, TimeSpan Took);
