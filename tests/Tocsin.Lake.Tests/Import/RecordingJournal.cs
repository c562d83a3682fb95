using Tocsin.Core.Events;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.Import;

/// <summary>A journal in memory that keeps what it was given, and can fail after some commits as a killed process would.</summary>
internal sealed class RecordingJournal : IImportJournal
{
    private readonly Dictionary<string, long> _byIdentity = [];
    private readonly Dictionary<long, (ImportSource Source, ImportState State)> _imports = [];
    private readonly HashSet<ulong> _known = [];

    public List<IncomingEvent> Events { get; } = [];

    public List<Reject> Rejects { get; } = [];

    public int CommitsUntilFailure { get; set; } = int.MaxValue;

    public ImportState Begin(ImportSource source, DateTimeOffset now)
    {
        if (source.Identity.Length > 0 && _byIdentity.TryGetValue(source.Identity, out var known))
            return _imports[known].State;
        var state = new ImportState(_imports.Count + 1, 0, 0, 0, 0, 0, false);
        _imports[state.Import] = (source, state);
        _byIdentity[source.Identity] = state.Import;
        return state;
    }

    public WriteResult Commit(long import, ImportBatch batch)
    {
        if (CommitsUntilFailure-- <= 0)
            throw new LakeException("killed");
        var fresh = batch.Events.Where(happening => _known.Add(happening.Event.Key)).ToList();
        Events.AddRange(fresh);
        Rejects.AddRange(batch.Rejects);
        var (source, state) = _imports[import];
        var result = new WriteResult(fresh.Count, batch.Events.Count - fresh.Count);
        _imports[import] = (source, state with
        {
            Records = state.Records + batch.Records,
            Imported = state.Imported + result.Added,
            Duplicates = state.Duplicates + result.Duplicates,
            Rejected = state.Rejected + batch.Rejects.Count,
            Skipped = state.Skipped + batch.Skipped,
        });
        return result;
    }

    public IReadOnlyList<bool> CommitEach(long import, ImportBatch batch)
    {
        var before = _known.ToHashSet();
        Commit(import, batch);
        return [.. batch.Events.Select(happening => before.Add(happening.Event.Key))];
    }

    public void Finish(long import, DateTimeOffset now)
    {
        var (source, state) = _imports[import];
        _imports[import] = (source, state with { Finished = true });
    }

    public IReadOnlyList<StoredReject> ReadRejects(int limit) =>
        [.. Rejects.Take(limit).Select(reject => new StoredReject(1, string.Empty, string.Empty, default, reject))];

    public IReadOnlyList<PlacedReject> ReadRejects(long import, long after, int limit) =>
        [.. Rejects.Select((reject, position) => new PlacedReject(position, reject)).Where(placed => placed.Position > after).Take(limit)];

    public IReadOnlyList<StoredImport> ReadImports(long before, int limit) =>
        [.. _imports.Values.Where(import => import.State.Import < before).OrderByDescending(import => import.State.Import).Take(limit)
            .Select(import => new StoredImport(import.Source, default, import.State.Finished ? default(DateTimeOffset) : null, import.State))];
}
