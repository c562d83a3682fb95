using Tocsin.Core.Detection;

namespace Tocsin.Core.Tests.Detection.Coordination;

/// <summary>Signals and scores in lists.</summary>
internal sealed class MemorySignals : ISignalStore, IAccountScores
{
    private readonly Dictionary<string, Signal> _signals = [];
    private IReadOnlyList<AccountScore> _scores = [];

    public IReadOnlyList<Signal> LoadSignals() => [.. _signals.Values.OrderByDescending(signal => signal.Score)];

    public void SaveScan(IReadOnlyList<Signal> changed)
    {
        foreach (var signal in changed) _signals[signal.Id] = signal;
    }

    public IReadOnlyList<AccountScore> Load() => _scores;

    public void Replace(IReadOnlyList<AccountScore> scores) => _scores = scores;
}
