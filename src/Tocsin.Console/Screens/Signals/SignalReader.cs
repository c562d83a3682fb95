using Tocsin.Casework;
using Tocsin.Core.Assessment;

namespace Tocsin.Console.Screens.Signals;

/// <summary>Reads one signal with all that speaks for it and against it.</summary>
internal sealed class SignalReader(SignalQueue queue, AuditLog audit, TrackRecord record, SketchShelf sketches, TimelineShelf timelines)
{
    private const int MostLeaders = 4;
    private const int MostAudit = 200;

    /// <summary>Null when there is no signal by that id.</summary>
    public async Task<SignalView?> ReadAsync(string id, string viewer, CancellationToken cancel)
    {
        if (await queue.FindAsync(id, viewer, cancel) is not { } file) return null;
        var signal = file.Signal;
        var entries = await audit.ListAsync(new AuditFilter { Subject = Subject.Signal(id).ToString() }, limit: MostAudit, cancel: cancel);
        return new(
            file, SharedGroup.Of(signal), Leader.Of(signal, MostLeaders), sketches.Of(id), timelines.Of(signal, cancel), NetworkConfidence.Of(signal),
            await record.OfAsync(signal.Detector, cancel), entries);
    }
}
