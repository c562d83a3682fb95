using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>People who love the same thing act together in the open: their profiles name it, their accounts are of all ages.</summary>
internal static class Fandom
{
    private static readonly HashSet<ObservableKind> Kinds =
        [ObservableKind.Hashtag, ObservableKind.Mention, ObservableKind.NearText, ObservableKind.Sound];

    public static BenignExplanation Test(NetworkCase network)
    {
        var (word, share, withText) = DeclaredTies.Find(network, Kinds);
        if (withText == 0) return new BenignExplanation("fandom", 0, "Could not be tested: the data has no profile texts.", Tested: false);
        if (word is null) return new BenignExplanation("fandom", 0, "No word of the members' profiles names what they share.");
        var young = network.Traits.Any(trait => trait.Name == "created_together");
        var finding = $"{share:P0} of the members name “{word}” in their profile, which is also in what they share" +
            (young ? "; but the accounts were created together." : ".");
        return new BenignExplanation("fandom", share * (young ? 0.4 : 1), finding);
    }
}
