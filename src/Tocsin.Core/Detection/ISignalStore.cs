namespace Tocsin.Core.Detection;

/// <summary>How strongly one account is tied to others, and the signal it belongs to, if any.</summary>
/// <param name="Score">Comparable within one scan; 0 means nothing speaks for coordination.</param>
public sealed record AccountScore(ulong Account, double Score, string? Signal);

/// <summary>Where signals rest between scans.</summary>
public interface ISignalStore
{
    /// <summary>All signals, best score first.</summary>
    IReadOnlyList<Signal> LoadSignals();

    IReadOnlyList<AccountScore> LoadAccountScores();

    /// <summary>Keeps new and changed signals with their history and replaces the account scores, in one transaction.</summary>
    void SaveScan(IReadOnlyList<Signal> changed, IReadOnlyList<AccountScore> scores);
}
