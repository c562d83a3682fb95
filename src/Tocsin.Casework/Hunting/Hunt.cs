namespace Tocsin.Casework;

public enum HuntMode
{
    /// <summary>Words and observables, as the hunt box takes them.</summary>
    Words,
    Sql,
}

/// <summary>A question about the lake, kept under a name.</summary>
public sealed class Hunt
{
    public long Id { get; init; }

    public required string Name { get; set; }

    public HuntMode Mode { get; set; }

    public required string Query { get; set; }

    /// <summary>The range of time and other choices of the screen, as its URL has them.</summary>
    public string? View { get; set; }

    public required string OwnerId { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>Whether others see it too; only its owner changes it.</summary>
    public bool Shared { get; set; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; set; }

    public int Version { get; set; }

    /// <summary>What it is for, and what to make of what it finds.</summary>
    public string? Note { get; set; }
}
