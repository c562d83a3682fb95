using Tocsin.Core.Events;

namespace Tocsin.Core.Simulation;

/// <summary>Something done on the platform, before ids are given out: a target is another draft.</summary>
internal sealed class Draft(Person author, DateTimeOffset time, EventKind kind, string? text)
{
    public Person Author { get; } = author;

    /// <summary>To the millisecond, as platforms tell it.</summary>
    public DateTimeOffset Time { get; } = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));

    public EventKind Kind { get; } = kind;
    public string? Text { get; } = text;
    public Draft? Target { get; init; }

    /// <summary>Key of a picture, where there is one.</summary>
    public string? Media { get; init; }

    /// <summary>Id of a sound, on the platform of videos.</summary>
    public string? Sound { get; init; }

    public bool IsOriginal => Kind is EventKind.Post or EventKind.Video;
}
