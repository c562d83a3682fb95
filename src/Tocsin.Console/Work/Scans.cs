using Tocsin.Casework;
using Tocsin.Core;
using Tocsin.Core.Detection;
using Tocsin.Core.Networks;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Work;

/// <summary>Asks for scans.</summary>
internal sealed class Scans(WorkQueue queue, DuckDbLake lake, ISignalStore signals, INetworkStore networks, TimeProvider clock)
{
    /// <summary>A scan over a range of time, in the background.</summary>
    /// <exception cref="Problem">The range is empty, or too much waits already.</exception>
    public Task<WorkRun> AskAsync(Actor actor, ScanRequest request, CancellationToken cancel = default) =>
        request.Range is var range && range.From < range.Until
            ? queue.AskAsync(actor, new ScanWork(request, lake, signals, networks, clock), cancel)
            : throw new Problem("the range ends before it begins", "from, until", "swap them, or leave one out");
}
