using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.NearText;

/// <summary>What clustering found.</summary>
/// <param name="Actions">One row per event in a cluster of at least two events; the value is the cluster's id.</param>
/// <param name="Compared">Texts long enough to compare.</param>
/// <param name="Distinct">Of these, different ones after masking.</param>
/// <param name="Clusters">Clusters of at least two events.</param>
/// <param name="TurnedAway">Index entries left out because eight texts shared the band already; see <see cref="BandIndex"/>.</param>
public sealed record NearTextResult(IReadOnlyList<DerivedAction> Actions, int Compared, int Distinct, int Clusters, long TurnedAway);

/// <summary>
/// Clusters of nearly equal texts, over any span of time. Texts are masked (<see cref="MaskedText"/>), exact doubles collapse,
/// and the others meet through MinHash bands; every candidate is then checked by its true Jaccard similarity.
/// </summary>
/// <remarks>
/// A cluster's first text represents it. A text joins the cluster of the member it is most like, if it is also like the
/// representative (within <see cref="Slack"/> of the threshold), and two clusters merge when their representatives are:
/// so no chain of small steps joins texts that have nothing in common. Ids are the hash of the first text
/// and stay the same as long as that text is in the range.
/// Memory beside the texts: about 4 bytes per character and 300 bytes of index per distinct text, 0.9 GB for a million tweets.
/// The outcome does not depend on the number of processors.
/// </remarks>
public static class NearTextClusters
{
    internal const double Slack = 0.1;

    /// <summary>Clusters the texts of a range.</summary>
    /// <param name="texts">Ordered by time. Reposts repeat by nature: they must not be among them, and those marked in the text are left out.</param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public static NearTextResult Find(TextColumns texts, NearTextOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= NearTextOptions.Default;
        var (distinct, textOf) = DistinctTexts.Collapse(texts.Text, options.ShortestText, cancellation);
        var clustering = new Clustering(options.Threshold);
        clustering.AddAll(distinct, cancellation);
        return Tell(texts, textOf, distinct, clustering);
    }

    private static NearTextResult Tell(TextColumns texts, int[] textOf, DistinctTexts distinct, Clustering clustering)
    {
        var events = new int[distinct.Count];
        foreach (var text in textOf)
        {
            if (text >= 0)
                events[clustering.Representative(text)]++;
        }

        var actions = new List<DerivedAction>();
        for (var i = 0; i < textOf.Length; i++)
        {
            if (textOf[i] >= 0 && clustering.Representative(textOf[i]) is var representative && events[representative] > 1)
                actions.Add(new(texts.Event[i], texts.Account[i], texts.Time[i], distinct.Id(representative)));
        }

        return new(actions, textOf.Count(text => text >= 0), distinct.Count, events.Count(n => n > 1), clustering.TurnedAway);
    }
}
