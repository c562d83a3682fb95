using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination.Benign;

/// <summary>Friends answer and repost each other: what they share is by one of them, and everybody has a turn.</summary>
internal static class MutualFriends
{
    private static readonly HashSet<ObservableKind> Targets =
        [ObservableKind.ReplyTarget, ObservableKind.RepostTarget, ObservableKind.QuoteTarget];

    public static BenignExplanation Test(NetworkCase network)
    {
        var members = network.Members.Select(member => member.Profile.Key).ToHashSet();
        var authors = new HashSet<ulong>();
        double among = 0, all = 0;
        foreach (var shared in network.Acts.AllTop)
        {
            all += shared.Events.Length;
            if (!Targets.Contains(shared.Kind) || !network.TargetAuthors.TryGetValue((shared.Kind, shared.Value), out var author)) continue;
            if (!members.Contains(author)) continue;
            among += shared.Events.Length;
            _ = authors.Add(author);
        }
        var share = all == 0 ? 0 : among / all;
        var turns = authors.Count / (double)network.Size;
        var finding = $"{share:P0} of the joint acts answer or repost a member, and {authors.Count} of {network.Size} members had a turn.";
        return new BenignExplanation("mutual_friends", Math.Min(share, turns), finding);
    }
}
