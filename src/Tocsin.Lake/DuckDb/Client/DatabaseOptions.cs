namespace Tocsin.Lake.DuckDb.Client;

/// <summary>How DuckDB is set up. The defaults reach neither files nor the network.</summary>
public sealed record DatabaseOptions
{
    private const long MiB = 1L << 20;
    private const long DefaultCap = 8L << 30;

    /// <summary>Memory for DuckDB, in bytes; beyond it, it spills to <see cref="TemporaryDirectory"/>.
    /// By default 60 % of what this process may use, at most 8 GiB.</summary>
    public long MemoryLimit { get; init; } = Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 6, DefaultCap);

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where DuckDB spills; null to fail instead when memory runs out.</summary>
    public string? TemporaryDirectory { get; init; }

    /// <summary>Whether SQL may read and write files, such as by <c>read_csv</c> and <c>read_parquet</c>.</summary>
    public bool AllowFiles { get; init; }

    /// <summary>Whether rows come out in the order of the file or table. Costs memory on large results.</summary>
    public bool KeepOrder { get; init; } = true;

    /// <summary>Size of the write-ahead log, in bytes, at which it is worked into the file. A larger one makes bulk
    /// writing cheaper, and opening after a crash slower.</summary>
    public long LogLimit { get; init; } = 256 * MiB;

    /// <summary>Settings that DuckDB takes only once it is open. Compressing strings would take more time than all the
    /// rest of an import; without it a lake is about twice the size.</summary>
    internal const string WhenOpen =
        "SET GLOBAL TimeZone = 'UTC'; SET GLOBAL disabled_compression_methods = 'fsst,dictionary'";

    internal IEnumerable<(string Name, string Value)> Settings()
    {
        yield return ("memory_limit", $"{Math.Max(MemoryLimit / MiB, 1)}MiB");
        yield return ("threads", $"{Math.Max(Threads, 1)}");
        yield return ("temp_directory", TemporaryDirectory ?? "");
        yield return ("preserve_insertion_order", KeepOrder ? "true" : "false");
        yield return ("checkpoint_threshold", $"{LogLimit / MiB}MiB");
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("allow_community_extensions", "false");
        yield return ("enable_external_access", AllowFiles ? "true" : "false");
    }
}
