using Tocsin.Core.Detection;

namespace Tocsin.Core.Tests.Detection.Coordination;

/// <summary>Signals in a list.</summary>
internal sealed class MemorySignals : ISignalStore
{
    private readonly Dictionary<string, Signal> _signals = [];
    private IReadOnlyList<AccountScore> _scores = [];

    public IReadOnlyList<Signal> LoadSignals() => [.. _signals.Values.OrderByDescending(signal => signal.Score)];

    public IReadOnlyList<AccountScore> LoadAccountScores() => _scores;

    public void SaveScan(IReadOnlyList<Signal> changed, IReadOnlyList<AccountScore> scores)
    {
        foreach (var signal in changed) _signals[signal.Id] = signal;
        _scores = scores;
    }
}
