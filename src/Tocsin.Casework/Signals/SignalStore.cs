using Microsoft.EntityFrameworkCore;
using Tocsin.Core.Detection;

namespace Tocsin.Casework;

/// <summary>Signals between scans: documents beside the rows that people work on.</summary>
public sealed class SignalStore(CaseworkDatabase database) : ISignalStore
{
    private const int PartSize = 500;

    public IReadOnlyList<Signal> LoadSignals()
    {
        using var context = database.Connect();
        var documents = from row in context.Signals
                        join document in context.SignalDocuments on row.Id equals document.SignalId
                        orderby row.Score descending, row.Id
                        select document.Document;
        return [.. documents.AsEnumerable().AsParallel().AsOrdered().Select(Packed.Open<Signal>)];
    }

    /// <summary>One signal whole; null when there is none by that id.</summary>
    public Signal? Find(string id)
    {
        using var context = database.Connect();
        return context.SignalDocuments.Where(d => d.SignalId == id).Select(d => d.Document).SingleOrDefault() is { } document ? Packed.Open<Signal>(document) : null;
    }

    public int Count()
    {
        using var context = database.Connect();
        return context.Signals.Count();
    }

    /// <inheritdoc />
    /// <remarks>A snooze until growth ends when the scan says "grown"; a decision is reopened when a fifth or more joined since.</remarks>
    public void SaveScan(IReadOnlyList<Signal> changed)
    {
        if (changed.Count == 0) return;
        Write("scan.saved", write => KeepAsync(write, changed));
    }

    /// <summary>Takes over signals that rested elsewhere, with their history; those known here stay as they are. All or none.</summary>
    /// <param name="history">Signals as they stood after each scan that changed them, oldest first.</param>
    public void TakeOver(IReadOnlyList<Signal> history) => Write("signals.taken-over", async write =>
    {
        var known = await write.Context.Signals.Select(row => row.Id).ToHashSetAsync();
        var part = new Dictionary<string, Signal>(StringComparer.Ordinal);
        foreach (var signal in history.Where(signal => !known.Contains(signal.Id)))
        {
            if (part.TryAdd(signal.Id, signal)) continue;
            await KeepAsync(write, [.. part.Values]);
            part = new(StringComparer.Ordinal) { [signal.Id] = signal };
        }
        await KeepAsync(write, [.. part.Values]);
    });

    /// <summary>Removes every signal and what people said of them, for a demo that begins anew. People and the audit stay.</summary>
    public void Clear() => Write("signals.cleared", async write =>
    {
        var context = write.Context;
        await context.Labels.Where(label => label.SubjectKind == SubjectKind.Signal).ExecuteDeleteAsync();
        await context.Tags.Where(tag => tag.SubjectKind == SubjectKind.Signal).ExecuteDeleteAsync();
        await context.Notifications.Where(notification => notification.Subject.StartsWith("signal:")).ExecuteDeleteAsync();
        await context.Networks.ExecuteDeleteAsync();
        var gone = await context.Signals.ExecuteDeleteAsync();   // takes documents, history, dispositions and comments along
        write.Record("signals.cleared", "signals", new { Signals = gone }, null);
    });

    private static async Task KeepAsync(Write write, IReadOnlyList<Signal> changed)
    {
        foreach (var part in changed.Chunk(PartSize)) await new ScanKeeper(write).KeepAsync(part);
    }

    private void Write(string operation, Func<Write, Task> change) => database.Writer.WriteAsync(Actor.System, operation, async write =>
    {
        await change(write);
        return true;
    }, CancellationToken.None).GetAwaiter().GetResult();
}
