namespace Tocsin.Casework;

/// <summary>Where casework rests.</summary>
public sealed record CaseworkOptions
{
    /// <summary>
    /// The folder that holds <see cref="CaseworkDatabase.FileName"/>; with <see cref="PostgreSql"/>, the one whose signals the
    /// database keeps.
    /// </summary>
    public required string Workspace { get; init; }

    /// <summary>Connection string of a PostgreSQL database, e.g. <c>Host=db;Database=tocsin</c>; null for SQLite.</summary>
    public string? PostgreSql { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
