namespace Tocsin.Core.Detection.Coordination;

/// <summary>
/// Scores accounts: the bits of the account's strongest tie, times (1 + log₂(1 + mean ties per
/// member)) × probability of the network it belongs to or stands at the fringe of. One
/// strong tie cannot come of being active; a sum over many weak ones can, which is why sums rank busy innocents high.
/// </summary>
internal static class AccountScores
{
    public static IReadOnlyList<AccountScore> Of(
        TieTable table, IReadOnlyList<FoundNetwork> networks, IReadOnlyList<Signal> signals, AccountIndex accounts)
    {
        var strongest = new Dictionary<int, double>();
        foreach (var tie in table.Ties)
        {
            strongest[tie.U] = Math.Max(strongest.GetValueOrDefault(tie.U), tie.Bits);
            strongest[tie.V] = Math.Max(strongest.GetValueOrDefault(tie.V), tie.Bits);
        }
        var place = networks.SelectMany((found, i) => found.Members.Select(member => (member, Factor(found, signals[i]), Id: (string?)signals[i].Id))
                .Concat(found.Fringe.Select(member => (member, Factor(found, signals[i]), Id: (string?)null))))
            .ToDictionary(m => m.member, m => (Factor: m.Item2, m.Id));
        return [.. strongest.Select(account => Score(account.Key, account.Value)).OrderByDescending(score => score.Score).ThenBy(score => score.Account)];

        AccountScore Score(int account, double bits)
        {
            var (factor, signal) = place.GetValueOrDefault(account, (1, null));
            return new AccountScore(accounts.Key(account), bits * factor, signal);
        }
    }

    private static double Factor(FoundNetwork found, Signal signal) =>
        (1 + Math.Log2(1 + (found.Density * (found.Members.Length - 1)))) * signal.Probability;
}
