namespace Tocsin.Core.Detection.Evaluation;

/// <summary>What a detector says of an account: one row of a scores file.</summary>
/// <param name="Account">The platform's own id of the account.</param>
/// <param name="Score">The higher, the more suspicious; 0 says nothing against it.</param>
/// <param name="Group">The network it was reported in; empty if none.</param>
public sealed record AccountScore(string Account, double Score, string Group);
