namespace Tocsin.Casework;

/// <summary>A choice, as JSON: of one person, or of all.</summary>
public sealed class Setting
{
    /// <summary>The person's id; empty for a choice that holds for all.</summary>
    public required string OwnerId { get; init; }

    public required string Key { get; init; }

    public required string Value { get; set; }

    public DateTimeOffset At { get; set; }

    public required string ById { get; set; }
}
