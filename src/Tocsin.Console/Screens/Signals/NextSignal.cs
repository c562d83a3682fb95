using Tocsin.Casework;

namespace Tocsin.Console.Screens.Signals;

/// <summary>Where to go on when a signal is done: the worst open one that nobody else holds.</summary>
internal sealed class NextSignal(SignalQueue queue)
{
    private const int Looked = 10;

    public async Task<string?> AfterAsync(SignalState done, CancellationToken cancel)
    {
        var open = await queue.ListAsync(new QueueFilter { States = [SignalStatus.Open] }, limit: Looked, cancel: cancel);
        return open.Items.FirstOrDefault(state => state.Id != done.Id && state.HeldBy is null)?.Id;
    }
}
