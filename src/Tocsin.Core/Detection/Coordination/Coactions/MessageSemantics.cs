namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Co-sharing as coordination-network-toolkit counts it (<c>co_retweet</c>): directed; the weight from u to v is the number of
/// different messages of u with at least one message of v on the same object at most a window away. Self loops are left out.
/// One <see cref="CoShareEdge"/> holds both directions: <see cref="CoShareEdge.ContentsU"/> is the weight from U to V,
/// <see cref="CoShareEdge.ContentsV"/> that from V to U. Neither is ever zero.
/// </summary>
public static class MessageSemantics
{
    /// <summary>Both directions of every pair, sorted by (U, V). No minimum participation unless asked for; then it is
    /// that of input rows alone.</summary>
    /// <param name="sorted">In the order of <see cref="Share"/>.</param>
    /// <param name="accounts">How many accounts are numbered.</param>
    /// <param name="options">Window and participation.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    public static CoShareEdge[] Edges(Share[] sorted, int accounts, CoShareOptions options, CancellationToken cancellation = default)
    {
        var shares = SortedShares.From(sorted, accounts, options.DropDuplicates, options.MinParticipation);
        return CoActions.Fold<EveryPair, CoShareFold, CoShareEdge>(
            shares.Actions, options.Window, default, new CoShareFold(shares), options.BufferBytes, cancellation);
    }
}
