using Tocsin.Core.Assessment;

namespace Tocsin.Casework;

public enum QueueSort
{
    Score,
    Updated,
    Raised,
    Accounts,
}

/// <summary>
/// Which signals to list. Of one list any value may match; an empty list asks for nothing. All that is asked for must match.
/// </summary>
public sealed record QueueFilter
{
    /// <summary>In <see cref="Assignees"/>: the viewer, and nobody.</summary>
    public const string Me = "me";

    public const string Nobody = "nobody";

    /// <summary>Who looks: whose tags, and who <see cref="Me"/> is.</summary>
    public string? Viewer { get; init; }

    /// <summary>Words that must all stand in id, claim, handles or shared values, whatever their case.</summary>
    public string? Text { get; init; }

    /// <summary>Only those that the last scan found, only those that it did not, or all (null).</summary>
    public bool? Active { get; init; } = true;

    public IReadOnlyList<SignalStatus> States { get; init; } = [];

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Detectors { get; init; } = [];

    public IReadOnlyList<Severity> Severities { get; init; } = [];

    public IReadOnlyList<Likelihood> Likelihoods { get; init; } = [];

    public IReadOnlyList<Novelty> Novelties { get; init; } = [];

    public IReadOnlyList<DispositionKind> Dispositions { get; init; } = [];

    /// <summary>Ids of people, <see cref="Me"/>, <see cref="Nobody"/>.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    public IReadOnlyList<string> Platforms { get; init; } = [];

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Of the viewer's own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Only those that something was done to since an audit entry.</summary>
    public SinceFilter? Since { get; init; }

    /// <summary>Key of an account that must be a member.</summary>
    public ulong? Account { get; init; }

    public QueueSort Sort { get; init; }
}

/// <summary>What was done, e.g. <c>signal.grown</c>, in entries after one.</summary>
public sealed record SinceFilter(string Verb, long After);

/// <summary>Some rows, and where to go on.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How many signals have one value. Other filters are applied, that of the value's own facet is not.</summary>
/// <param name="Name">For people, where it differs from the value.</param>
public sealed record FacetCount(string Value, string Name, int Count);

/// <summary>What the queue can be narrowed by, with counts.</summary>
/// <param name="Total">Signals that match all filters.</param>
public sealed record QueueFacets(
    int Total,
    IReadOnlyList<FacetCount> States,
    IReadOnlyList<FacetCount> Severities,
    IReadOnlyList<FacetCount> Likelihoods,
    IReadOnlyList<FacetCount> Kinds,
    IReadOnlyList<FacetCount> Detectors,
    IReadOnlyList<FacetCount> Platforms,
    IReadOnlyList<FacetCount> Novelties,
    IReadOnlyList<FacetCount> Dispositions,
    IReadOnlyList<FacetCount> Assignees,
    IReadOnlyList<FacetCount> Labels,
    IReadOnlyList<FacetCount> Tags);
