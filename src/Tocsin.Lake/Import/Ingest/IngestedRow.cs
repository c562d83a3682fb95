using Tocsin.Core.Events;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Lake.Import.Ingest;

/// <summary>From whom events arrive, and how they are written.</summary>
public sealed record IngestOptions
{
    /// <summary>Who sends, as lists of imports show it.</summary>
    public required string Source { get; init; }

    /// <summary>Name of a format; Tocsin's own events by default.</summary>
    public string Format { get; init; } = EventFormat.FormatName;

    /// <summary>Platform of all events, whatever they say; null to take it from them.</summary>
    public string? Platform { get; init; }

    /// <summary>Bytes one line may have.</summary>
    public int LineBytes { get; init; } = 1 << 20;
}

/// <summary>One line as it arrived.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Bytes">The line, or its beginning when it is longer than what is taken.</param>
/// <param name="Length">Its whole length in bytes.</param>
public readonly record struct IngestLine(long Number, ReadOnlyMemory<byte> Bytes, long Length);

/// <summary>What became of a line.</summary>
public enum IngestOutcome
{
    /// <summary>A new event, now in the lake.</summary>
    Accepted,

    /// <summary>The lake held the event already; nothing changed.</summary>
    Duplicate,

    /// <summary>It cannot be read; kept with the reason.</summary>
    Rejected,

    /// <summary>Well formed, but it carries no event (a deletion, a service message).</summary>
    Skipped,
}

/// <summary>What became of one event, or of a line that gave none.</summary>
/// <param name="Reason">Why it was rejected; else null.</param>
public sealed record IngestedRow(long Line, IngestOutcome Outcome, string? Platform, string? Id, string? Reason)
{
    internal static IngestedRow Of(long line, Event happening, bool isNew) =>
        new(line, isNew ? IngestOutcome.Accepted : IngestOutcome.Duplicate, happening.Platform, happening.Id, null);

    internal static IngestedRow Of(Reject reject) => new(reject.Line, IngestOutcome.Rejected, null, null, reject.Reason);

    internal static IngestedRow Skip(long line) => new(line, IngestOutcome.Skipped, null, null, null);
}
