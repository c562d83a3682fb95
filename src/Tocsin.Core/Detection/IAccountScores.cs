namespace Tocsin.Core.Detection;

/// <summary>How strongly one account is tied to others, and the signal it belongs to, if any.</summary>
/// <param name="Score">Comparable within one scan; 0 means nothing speaks for coordination.</param>
public sealed record AccountScore(ulong Account, double Score, string? Signal);

/// <summary>What the last scan made of every account; rests beside the accounts, because it is read joined with them.</summary>
public interface IAccountScores
{
    /// <summary>All scores, the highest first.</summary>
    IReadOnlyList<AccountScore> Load();

    /// <summary>Replaces all scores, in one transaction.</summary>
    void Replace(IReadOnlyList<AccountScore> scores);
}
