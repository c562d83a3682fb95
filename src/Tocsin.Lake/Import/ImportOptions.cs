using Tocsin.Lake.Import.Formats;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>What the user asked for.</summary>
public sealed record ImportOptions
{
    /// <summary>Name of a format; null to find it.</summary>
    public string? Format { get; init; }

    /// <summary>How to read fields of an unknown source; implies the generic format.</summary>
    public EventMap? Map { get; init; }

    /// <summary>Platform of all events, whatever the source says; null to take it from the source or the format.</summary>
    public string? Platform { get; init; }

    /// <summary>What a single file is called, where its path says something else: an upload's name. Null for the path.</summary>
    public string? Called { get; init; }

    public ImportLimits Limits { get; init; } = ImportLimits.Default;

    /// <summary>Events per transaction: what a killed import has to read again at most.</summary>
    public int BatchEvents { get; init; } = 50_000;

    /// <summary>Where <c>-</c> is read from.</summary>
    public Func<Stream> StandardInput { get; init; } = Console.OpenStandardInput;
}

/// <summary>How far an import is.</summary>
/// <param name="Path">The file being read.</param>
/// <param name="BytesDone">Over all files, as they lie on disk.</param>
/// <param name="BytesTotal">-1 when unknown (standard input).</param>
/// <param name="Read">Rows read so far over all files.</param>
/// <param name="Rejected">Of these, rows that could not be read.</param>
public readonly record struct ImportProgress(string Path, long BytesDone, long BytesTotal, long Read, long Rejected);
