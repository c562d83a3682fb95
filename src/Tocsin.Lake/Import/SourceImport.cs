using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Tocsin.Core.Events;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Import;

/// <summary>
/// One source on its way into the lake: a reader cuts records, workers on all cores parse them and extract observables,
/// one writer commits in the order of the source. At most a few blocks are under way, so memory stays bounded.
/// </summary>
internal sealed class SourceImport(IImportJournal journal, TimeProvider clock, Source source, Detection detection, ImportOptions options)
{
    /// <summary>Raised when parsing or extraction come to give other events for the same bytes.</summary>
    private const int Revision = 1;
    private FileSummary _summary = FileSummary.Of(source.Path, new ImportState(0, 0, 0, 0, 0, 0, false));
    private bool _brokenOff;

    public async Task<FileSummary> Run(ProgressTally tally, CancellationToken cancel)
    {
        var state = journal.Begin(Describe(cancel), clock.GetUtcNow());
        _summary = FileSummary.Of(source.Path, state) with { Format = detection.Format!.Name, Import = state.Import };
        if (state.Finished)
            return _summary;
        var parsed = Channel.CreateBounded<Task<Sink>>(2 * Environment.ProcessorCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => Read(parsed.Writer, state.Records, stop.Token), stop.Token);
        try
        {
            await Write(parsed.Reader, state.Import, tally, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await reading;
        journal.Finish(state.Import, clock.GetUtcNow());
        return _summary with { IsMostlyKnown = state.Records == 0 && _summary.Duplicates * 2 > _summary.Read };
    }

    private async Task Read(ChannelWriter<Task<Sink>> parsed, long done, CancellationToken stop)
    {
        try
        {
            using var reader = detection.Layout.Read(source.Open(options.Limits), options.Limits);
            while (Next(reader) is { } block)
            {
                var already = (int)Math.Min(done, block.Slices.Count);
                block.DropFirst(already);
                done -= already;
                await parsed.WriteAsync(Task.Run(() => Parse(block, reader.Header), stop), stop);
            }
            parsed.Complete();
        }
        catch (Exception e)
        {
            parsed.Complete(e);
            throw;
        }
    }

    /// <summary>The next block; a source that breaks off gives what came before, and then a reject that says so.</summary>
    private RecordBlock? Next(IRecordReader reader)
    {
        var block = new RecordBlock(options.Limits);
        if (!_brokenOff && FillOrBreak(reader, block))
            return block;
        block.Dispose();
        return null;
    }

    private bool FillOrBreak(IRecordReader reader, RecordBlock block)
    {
        try
        {
            return reader.Fill(block);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            _brokenOff = true;
            block.AddBroken($"reading stopped here: {e.Message}", [], 0, -1);
            return true;
        }
    }

    private Sink Parse(RecordBlock block, Header? header)
    {
        using (block)
            return RecordParser.Parse(block, header, detection.Format!, options.Platform);
    }

    /// <summary>Gathers batches while the one before is being committed.</summary>
    private async Task Write(ChannelReader<Task<Sink>> parsed, long import, ProgressTally tally, CancellationToken cancel)
    {
        var batch = new Batch();
        var committing = Task.CompletedTask;
        try
        {
            await foreach (var task in parsed.ReadAllAsync(cancel))
            {
                batch.Add(await task);
                if (batch.Size >= options.BatchEvents)
                {
                    await committing;
                    var full = batch;
                    batch = new Batch();
                    committing = Task.Run(() => Commit(import, full), CancellationToken.None);
                }
                tally.Report(source, _summary.Read + batch.Size, _summary.Rejected + batch.Rejects.Count);
            }
        }
        finally
        {
            await committing;
        }
        if (batch.Records > 0)
            Commit(import, batch);
    }

    private void Commit(long import, Batch batch)
    {
        var result = journal.Commit(import, new ImportBatch(batch.Events, batch.Rejects, batch.Skipped, batch.Records));
        _summary = _summary with
        {
            Imported = _summary.Imported + result.Added,
            Duplicates = _summary.Duplicates + result.Duplicates,
            Rejected = _summary.Rejected + batch.Rejects.Count,
            Skipped = _summary.Skipped + batch.Skipped,
        };
    }

    private ImportSource Describe(CancellationToken cancel)
    {
        var digest = source.Digest(cancel);
        var format = detection.Format!.Name;
        var settings = $"{Revision}|{digest}|{format}|{detection.Layout.Name}|{options.Platform}|{options.Limits}|{options.Map?.Yaml}";
        var identity = digest.Length == 0 ? string.Empty : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)));
        return new ImportSource(source.Path, digest, source.Size, format, identity);
    }

    /// <summary>What is to be committed at once.</summary>
    private sealed class Batch
    {
        public List<IncomingEvent> Events { get; } = [];

        public List<Reject> Rejects { get; } = [];

        public long Skipped { get; private set; }

        public long Records { get; private set; }

        public long Size => Events.Count + Rejects.Count + Skipped;

        public void Add(Sink sink)
        {
            Events.AddRange(sink.Events);
            Rejects.AddRange(sink.Rejects);
            Skipped += sink.Skipped;
            Records += sink.Records;
        }
    }
}
