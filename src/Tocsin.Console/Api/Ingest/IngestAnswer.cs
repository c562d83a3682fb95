using Tocsin.Lake.Import.Ingest;

namespace Tocsin.Console.Api.Ingest;

/// <summary>What became of the events that were sent.</summary>
/// <param name="File">Under which the lake keeps the rows that were rejected: <c>GET /api/v1/imports/files/{file}/rejects</c>.</param>
/// <param name="Accepted">New events.</param>
/// <param name="Duplicates">Events that the lake held already.</param>
/// <param name="Rejected">Lines that could not be read.</param>
/// <param name="Skipped">Lines without an event.</param>
/// <param name="Rows">One for each event, or for each line that gave none, in the order of the lines.</param>
public sealed record IngestAnswer(long File, int Accepted, int Duplicates, int Rejected, int Skipped, IReadOnlyList<IngestedRow> Rows)
{
    internal static IngestAnswer Of(long file, IReadOnlyList<IngestedRow> rows, bool rejectedOnly)
    {
        int Count(IngestOutcome outcome) => rows.Count(row => row.Outcome == outcome);
        return new(
            file, Count(IngestOutcome.Accepted), Count(IngestOutcome.Duplicate), Count(IngestOutcome.Rejected), Count(IngestOutcome.Skipped),
            rejectedOnly ? [.. rows.Where(row => row.Outcome == IngestOutcome.Rejected)] : rows);
    }
}
