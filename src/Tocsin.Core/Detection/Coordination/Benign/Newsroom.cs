using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Staff of a newspaper, party or firm pass on its pages, and their profiles say whose staff they are.</summary>
internal static class Newsroom
{
    private static readonly HashSet<ObservableKind> Kinds = [ObservableKind.Domain, ObservableKind.Url];

    public static BenignExplanation Test(NetworkCase network)
    {
        var (word, share, withText) = DeclaredTies.Find(network, Kinds);
        if (withText == 0) return new BenignExplanation("newsroom", 0, "Could not be tested: the data has no profile texts.", Tested: false);
        if (word is null) return new BenignExplanation("newsroom", 0, "No profile names a site that the members share.");
        return new BenignExplanation("newsroom", share, $"{share:P0} of the members name “{word}” in their profile and share its pages.");
    }
}
