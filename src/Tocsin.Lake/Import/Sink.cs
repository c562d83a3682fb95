using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>What became of a block of records: events, rejects, and a count of rows that carry no event.</summary>
internal sealed class Sink(RecordBlock block, string? platform)
{
    private const int LongestId = 1024;
    private const int LongestText = 1 << 20;
    private const int MostObservables = 4096;
    private readonly List<IncomingEvent> _events = new(block.Slices.Count);
    private readonly List<long> _lines = new(block.Slices.Count);
    private readonly List<Reject> _rejects = [];

    public IReadOnlyList<IncomingEvent> Events => _events;

    /// <summary>The line each event came from.</summary>
    public IReadOnlyList<long> Lines => _lines;

    public IReadOnlyList<Reject> Rejects => _rejects;

    public long Skipped { get; private set; }

    /// <summary>Records of the source that this block covers.</summary>
    public int Records { get; } = block.Slices.Count;

    public void Skip() => Skipped++;

    public void Add(Fields row, Draft draft)
    {
        draft.Platform = platform ?? draft.Platform;
        var time = draft.At ?? default;
        if (draft.At is null && !Times.TryParse(draft.Time, out time))
            Reject(row, Times.Complaint(draft.Time));
        else if (Complaint(draft) is { } reason)
            Reject(row, reason);
        else
            Keep(row.Line, ObservableExtractor.Enrich(draft.Complete(time, row.Raw.Span)));
    }

    public void Reject(Fields row, string reason) =>
        Reject(block.Reject(reason, row.Raw.Span, row.Line, row.Raw.Length));

    public void Reject(Reject reject) => _rejects.Add(reject);

    private void Keep(long line, IncomingEvent happening)
    {
        _events.Add(happening);
        _lines.Add(line);
    }

    private static string? Complaint(Draft draft) =>
        draft.Platform.Length == 0 ? "there is no platform"
        : draft.Account is null ? "there is no account"
        : draft.Account.Length > LongestId || draft.Id?.Length > LongestId || draft.Platform.Length > LongestId
            ? $"an id is longer than {LongestId:N0} characters"
        : draft.Text?.Length > LongestText ? $"the text is longer than {LongestText:N0} characters"
        : draft.Observables.Count > MostObservables ? $"it carries more than {MostObservables:N0} values"
        : null;
}
