using Tocsin.Core;

namespace Tocsin.Lake.Import;

/// <summary>What became of an import: sums over its files.</summary>
public sealed record ImportSummary(IReadOnlyList<FileSummary> Files)
{
    /// <summary>Rows: imported, duplicate, rejected and skipped ones.</summary>
    public long Read => Files.Sum(file => file.Read);

    /// <summary>Events added to the lake.</summary>
    public long Imported => Files.Sum(file => file.Imported);

    /// <summary>Events the lake held already, from an earlier import or an earlier row.</summary>
    public long Duplicates => Files.Sum(file => file.Duplicates);

    /// <summary>Rows that could not be read; kept in the lake with their reasons.</summary>
    public long Rejected => Files.Sum(file => file.Rejected);

    /// <summary>Rows that are well formed but carry no event, such as deletions.</summary>
    public long Skipped => Files.Sum(file => file.Skipped);

    /// <summary>Files of which nothing could be read, each with the reason.</summary>
    public IEnumerable<FileSummary> Unread => Files.Where(file => file.Problem is not null);
}

/// <summary>What became of one file.</summary>
/// <param name="Path">As shown to people.</param>
/// <param name="Format">Null when no format knew it, or it is empty.</param>
/// <param name="Imported">Events added by this run.</param>
/// <param name="Duplicates">Events the lake held already.</param>
/// <param name="Rejected">Rows that could not be read.</param>
/// <param name="Skipped">Rows without an event.</param>
/// <param name="Problem">Why nothing of it was read.</param>
/// <param name="IsMostlyKnown">The file is new, yet most of its events were known: an overlapping export, or ids that
/// start anew in every file, which would be lost unless told apart by <see cref="ImportOptions.Platform"/>.</param>
public sealed record FileSummary(
    string Path, string? Format, long Imported, long Duplicates, long Rejected, long Skipped, Problem? Problem = null, bool IsMostlyKnown = false)
{
    /// <summary>The lake's id of the import; 0 when nothing of it was read.</summary>
    public long Import { get; init; }

    public long Read => Imported + Duplicates + Rejected + Skipped;

    internal static FileSummary Unreadable(string path, Problem problem) => new(path, null, 0, 0, 0, 0, problem);

    /// <summary>What earlier runs of the same import have done is now in the lake already.</summary>
    internal static FileSummary Of(string path, ImportState before) =>
        new(path, null, 0, before.Imported + before.Duplicates, before.Rejected, before.Skipped);
}
