using Tocsin.Core.Events;

namespace Tocsin.Lake.Import;

/// <summary>
/// What the lake remembers of imports, so that a file is imported once however often it is given and however
/// often the process is killed. <see cref="Commit"/> is one transaction: after a crash the lake holds a batch
/// with its rejects and its position, or nothing of it.
/// </summary>
public interface IImportJournal
{
    /// <summary>
    /// Opens the import of <paramref name="source"/>. An import with the same non-empty
    /// <see cref="ImportSource.Identity"/> is taken up where it stood; otherwise a new one starts at zero.
    /// </summary>
    ImportState Begin(ImportSource source, DateTimeOffset now);

    /// <summary>Adds the batch's new events, its rejects and its position, all or nothing.</summary>
    WriteResult Commit(long import, ImportBatch batch);

    /// <summary>As <see cref="Commit"/>, and says of each event, in order, whether it was new.</summary>
    IReadOnlyList<bool> CommitEach(long import, ImportBatch batch);

    /// <summary>Marks the import complete: the source was read to its end.</summary>
    void Finish(long import, DateTimeOffset now);

    /// <summary>Rows that could not be read, newest import first, then by line; at most <paramref name="limit"/>.</summary>
    IReadOnlyList<StoredReject> ReadRejects(int limit);

    /// <summary>Rejected rows of one import in the order they came, behind <paramref name="after"/>.</summary>
    /// <param name="after">Position of the last one read; -1 for the beginning.</param>
    IReadOnlyList<PlacedReject> ReadRejects(long import, long after, int limit);

    /// <summary>Imports, the newest first, older than <paramref name="before"/>.</summary>
    IReadOnlyList<StoredImport> ReadImports(long before, int limit);
}

/// <summary>A file, an entry of an archive, or standard input.</summary>
/// <param name="Path">As shown to people.</param>
/// <param name="Sha256">Hex digest of the bytes as given; empty for standard input.</param>
/// <param name="Size">In bytes; -1 when unknown.</param>
/// <param name="Format">Name of the format it is read as.</param>
/// <param name="Identity">Hex digest over content, format and settings: equal means that reading again gives the same.
/// Empty when unknown beforehand (standard input); never equal to another then.</param>
public sealed record ImportSource(string Path, string Sha256, long Size, string Format, string Identity);

/// <summary>How far an import got: sums over its committed batches.</summary>
/// <param name="Import">The lake's id of the import.</param>
/// <param name="Records">Records of the source that are done, from its start; reading goes on behind them.</param>
/// <param name="Imported">Events added.</param>
/// <param name="Duplicates">Events that were known.</param>
/// <param name="Rejected">Rows that could not be read.</param>
/// <param name="Skipped">Rows that are well formed but carry no event (deletions, service messages).</param>
/// <param name="Finished">Whether the source was read to its end.</param>
public sealed record ImportState(
    long Import, long Records, long Imported, long Duplicates, long Rejected, long Skipped, bool Finished);

/// <summary>What is committed at once.</summary>
/// <param name="Events">In the order of the source.</param>
/// <param name="Rejects">In the order of the source.</param>
/// <param name="Skipped">Rows without an event in this batch.</param>
/// <param name="Records">Records of the source this batch covers (a record can hold several events, or none).</param>
public sealed record ImportBatch(
    IReadOnlyList<IncomingEvent> Events, IReadOnlyList<Reject> Rejects, long Skipped, long Records);

/// <summary>A row that could not be read.</summary>
/// <param name="Line">1-based line where the row starts.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Raw">The row's text, cut to a few kilobytes.</param>
/// <param name="Length">The row's whole length in bytes, -1 when it was not read to its end.</param>
public sealed record Reject(long Line, string Reason, string Raw, long Length);

/// <summary>A reject with where it came from.</summary>
public sealed record StoredReject(long Import, string Path, string Format, DateTimeOffset ImportedAt, Reject Reject);

/// <summary>A reject of one import, with its position for paging.</summary>
public sealed record PlacedReject(long Position, Reject Reject);

/// <summary>An import as the lake remembers it.</summary>
/// <param name="Finished">When its source was read to its end; null when it was cut short, or goes on.</param>
/// <param name="State">How far it got.</param>
public sealed record StoredImport(ImportSource Source, DateTimeOffset Started, DateTimeOffset? Finished, ImportState State);
