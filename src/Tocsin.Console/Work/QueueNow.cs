using Tocsin.Casework;
using Tocsin.Console.Layout.Frame;

namespace Tocsin.Console.Work;

/// <summary>Where the background work is, for the frame around every page.</summary>
internal sealed class QueueNow(WorkQueue queue) : IWorkNow
{
    public WorkNow? Running => queue.Open.FirstOrDefault(entry => entry.IsRunning) is { } entry
        ? new(entry.Work.Kind == WorkKind.Scan, entry.Step?.Stage ?? "", entry.Step?.Done, entry.Left)
        : null;

    public int Waiting => queue.Open.Count(entry => !entry.IsRunning);
}
