using Tocsin.Core.Events;

namespace Tocsin.Lake.Accounts;

/// <summary>An account with what the last scan made of it.</summary>
/// <param name="Score">0 when nothing ties it to others.</param>
/// <param name="Signal">The signal it belongs to.</param>
public sealed record RankedAccount(StoredAccount Account, double Score, string? Signal);

/// <summary>Some accounts, the highest score first.</summary>
/// <param name="Total">All that match.</param>
/// <param name="Next">Where the next page starts; null when there is none.</param>
public sealed record RankedPage(IReadOnlyList<RankedAccount> Accounts, long Total, string? Next);

/// <summary>Where an account stands among those that are tied to others.</summary>
/// <param name="Rank">1 is the highest score.</param>
/// <param name="Of">How many have a score.</param>
public sealed record AccountStanding(double Score, string? Signal, long Rank, long Of);
