namespace Tocsin.Casework;

public enum WorkKind
{
    Scan,
    Import,
}

public enum WorkState
{
    /// <summary>Asked for; other work goes first.</summary>
    Waiting,
    Running,
    Done,
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,

    /// <summary>The program ended before the work did.</summary>
    Interrupted,
}

/// <summary>A long job somebody asked for: what it was, how it went.</summary>
public sealed class WorkRun
{
    public long Id { get; init; }

    public WorkKind Kind { get; init; }

    /// <summary>The workspace it works on: several may share one database.</summary>
    public required string Workspace { get; init; }

    public WorkState State { get; internal set; }

    /// <summary>What of, for people: a file's name, a range of time.</summary>
    public required string Title { get; init; }

    /// <summary>What was asked for, as JSON.</summary>
    public required string Request { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset Asked { get; init; }

    public DateTimeOffset? Started { get; internal set; }

    public DateTimeOffset? Ended { get; internal set; }

    /// <summary>What came out, as JSON; null unless it is done.</summary>
    public string? Result { get; internal set; }

    /// <summary>Why it failed: what is wrong, where, and what to do.</summary>
    public string? What { get; internal set; }

    public string? Where { get; internal set; }

    public string? Hint { get; internal set; }
}
