using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.NearText;

/// <summary>Keeps the near-duplicate clusters of a lake up to date.</summary>
internal static class NearTexts
{
    /// <summary>Clusters all texts but reposts, which repeat by nature, and puts the clusters into the lake as <see cref="ObservableKind.NearText"/>.</summary>
    public static void Refresh(ILake lake, CancellationToken cancellation)
    {
        var events = lake.ReadEventTimes(TimeRange.All);
        var reposts = new HashSet<ulong>();
        for (var row = 0; row < events.Count; row++)
        {
            if (events.Kind[row] == EventKind.Repost) _ = reposts.Add(events.Event[row]);
        }
        var found = NearTextClusters.Find(Without(reposts, lake.ReadTexts(TimeRange.All)), cancellation: cancellation);
        lake.ReplaceDerived(ObservableKind.NearText, found.Actions);
    }

    private static TextColumns Without(HashSet<ulong> reposts, TextColumns texts)
    {
        int[] kept = [.. Enumerable.Range(0, texts.Count).Where(row => !reposts.Contains(texts.Event[row]))];
        return new TextColumns(
            Array.ConvertAll(kept, row => texts.Event[row]), Array.ConvertAll(kept, row => texts.Account[row]),
            Array.ConvertAll(kept, row => texts.Time[row]), Array.ConvertAll(kept, row => texts.Text[row]));
    }
}
