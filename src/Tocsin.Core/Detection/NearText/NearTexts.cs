using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.NearText;

/// <summary>Keeps the near-duplicate clusters of a lake up to date.</summary>
internal static class NearTexts
{
    /// <summary>Clusters all texts of the lake (reposts, which repeat by nature, are not among them) and puts the clusters into the lake as <see cref="ObservableKind.NearText"/>.</summary>
    public static void Refresh(ILake lake, CancellationToken cancellation)
    {
        var found = NearTextClusters.Find(lake.ReadTexts(TimeRange.All), cancellation: cancellation);
        lake.ReplaceDerived(ObservableKind.NearText, found.Actions);
    }
}
