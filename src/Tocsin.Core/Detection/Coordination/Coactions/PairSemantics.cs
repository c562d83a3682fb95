namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Co-sharing as CooRTweet 2.1.3 counts it (<c>detect_groups</c>, then <c>generate_coordinated_network</c>): rows of accounts
/// with at least <c>minParticipation</c> rows; every pair of rows on one object by two accounts with two contents, neither of
/// which is the object itself, at most a window apart; then a pair stays if either account takes part enough in the result
/// (<see cref="Participation"/>), asked once. Undirected; weight is the number of pair rows.
/// <para>One thing differs on purpose: contents per account and the symmetry made of them. CooRTweet swaps accounts into
/// order but not their contents, so its counts mix both sides; here each account has its own.</para>
/// </summary>
public static class PairSemantics
{
    /// <summary>The edges, sorted by (U, V).</summary>
    /// <param name="sorted">In the order of <see cref="Share"/>.</param>
    /// <param name="accounts">How many accounts are numbered.</param>
    /// <param name="options">Window and participation.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    public static CoShareEdge[] Edges(Share[] sorted, int accounts, CoShareOptions options, CancellationToken cancellation = default)
    {
        var shares = SortedShares.From(sorted, accounts, options.DropDuplicates, options.MinParticipation);
        var otherContent = new DifferentContent(shares.Content, shares.IsOwnContent);
        if (options.MinParticipation <= 1) return Fold(shares, options, otherContent, cancellation);
        var takesPart = Participation.AtLeast(shares, options.Window, otherContent, options.MinParticipation, cancellation);
        return Fold(shares, options, new EitherTakesPart(otherContent, shares.Actions.Account, takesPart), cancellation);
    }

    private static CoShareEdge[] Fold<TFilter>(SortedShares shares, CoShareOptions options, TFilter filter, CancellationToken cancellation)
        where TFilter : struct, IPairFilter =>
        CoActions.Fold<TFilter, CoShareFold, CoShareEdge>(
            shares.Actions, options.Window, filter, new CoShareFold(shares), options.BufferBytes, cancellation);

    private readonly struct DifferentContent(ulong[] content, bool[] isOwnContent) : IPairFilter
    {
        public bool Keeps(int earlier, int later) =>
            content[earlier] != content[later] && !isOwnContent[earlier] && !isOwnContent[later];
    }

    private readonly struct EitherTakesPart(DifferentContent content, int[] account, bool[] takesPart) : IPairFilter
    {
        public bool Keeps(int earlier, int later) =>
            (takesPart[account[earlier]] || takesPart[account[later]]) && content.Keeps(earlier, later);
    }
}

/// <summary>How co-shares are counted.</summary>
/// <param name="Window">How far apart, inclusive, in the unit of <see cref="Share.Time"/>.</param>
/// <param name="MinParticipation">At least so many rows; 1 asks for nothing.</param>
/// <param name="DropDuplicates">Whether rows equal in everything count once.</param>
/// <param name="BufferBytes">Bound of the working memory, see <see cref="CoActions"/>.</param>
public sealed record CoShareOptions(
    long Window, int MinParticipation = 1, bool DropDuplicates = false, long BufferBytes = CoActions.DefaultBufferBytes);
