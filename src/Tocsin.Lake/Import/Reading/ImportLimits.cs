namespace Tocsin.Lake.Import.Reading;

/// <summary>What a source may cost. Everything beyond is rejected with its reason, never read into memory.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Default { get; } = new();

    /// <summary>Bytes of one record: a line, a JSON object, a CSV row.</summary>
    public int RecordBytes { get; init; } = 16 << 20;

    /// <summary>Bytes of a rejected record that are kept.</summary>
    public int RejectBytes { get; init; } = 4 << 10;

    /// <summary>How many times its size a compressed source may unpack to. Deflate cannot exceed 1,032; posts stay below 30.</summary>
    public int ExpansionRatio { get; init; } = 200;

    /// <summary>Unpacked bytes below which the ratio is not looked at.</summary>
    public long ExpansionFree { get; init; } = 64L << 20;

    /// <summary>Files inside one zip archive.</summary>
    public int ArchiveEntries { get; init; } = 10_000;
}
