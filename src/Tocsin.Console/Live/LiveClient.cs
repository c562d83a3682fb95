using System.Threading.Channels;

namespace Tocsin.Console.Live;

/// <summary>One browser that listens. It holds a few batches at most: who does not keep up is let go, and resumes from the audit.</summary>
internal sealed class LiveClient(string person)
{
    private const int MostBatches = 16;
    private readonly Channel<IReadOnlyList<LiveEvent>> _batches = Channel.CreateBounded<IReadOnlyList<LiveEvent>>(MostBatches);

    public string Person => person;

    public ChannelReader<IReadOnlyList<LiveEvent>> Batches => _batches.Reader;

    /// <summary>Hands on what concerns the person; false when they do not keep up.</summary>
    public bool Offer(IReadOnlyList<LiveEvent> batch)
    {
        LiveEvent[] theirs = [.. batch.Where(e => e.For is null || e.For == person)];
        return theirs.Length == 0 || _batches.Writer.TryWrite(theirs);
    }

    public void LetGo() => _batches.Writer.TryComplete();
}
