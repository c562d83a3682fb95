using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Techniques a network's acts amount to: DISARM (Red framework) ids, with phases of the Online Operations Kill
/// Chain (Nimmo and Hutchins, Carnegie Endowment, 2023).</summary>
internal static class NetworkTtps
{
    private const double Much = 0.1;
    private const string Indiscriminate = "indiscriminate engagement";
    private const string Targeted = "targeted engagement";

    private static readonly IReadOnlyList<(ObservableKind Kind, Ttp Ttp)> ByKind =
    [
        (ObservableKind.NearText, new("T0084.001", "Use Copypasta", Indiscriminate)),
        (ObservableKind.Hashtag, new("T0049.002", "Flood Existing Hashtag", Indiscriminate)),
        (ObservableKind.RepostTarget, new("T0049.003", "Bots Amplify via Automated Forwarding and Reposting", Indiscriminate)),
        (ObservableKind.QuoteTarget, new("T0049.001", "Trolls Amplify and Manipulate", Indiscriminate)),
        (ObservableKind.ReplyTarget, new("T0049.005", "Conduct Swarming", Targeted)),
        (ObservableKind.Mention, new("T0116", "Comment or Reply on Content", Targeted)),
        (ObservableKind.Url, new("T0049", "Flood Information Space", Indiscriminate)),
        (ObservableKind.Domain, new("T0049.007", "Inauthentic Sites Amplify News and Narratives", Indiscriminate)),
        (ObservableKind.Media, new("T0049", "Flood Information Space", Indiscriminate)),
        (ObservableKind.Wallet, new("T0130.004", "Use Cryptocurrency", "enabling longevity")),
        (ObservableKind.Device, new("T0090.004", "Create Sockpuppet Accounts", "acquiring assets")),
        (ObservableKind.Ip, new("T0090.004", "Create Sockpuppet Accounts", "acquiring assets")),
    ];

    private static readonly Ttp CreatedTogether = new("T0090", "Create Inauthentic Accounts", "acquiring assets");
    private static readonly Ttp AcrossPlatforms = new("T0119.002", "Post across Platform", Indiscriminate);

    /// <summary>Every technique that a network can be found to use.</summary>
    public static IReadOnlyList<Ttp> All { get; } = [.. ByKind.Select(row => row.Ttp).Append(CreatedTogether).Append(AcrossPlatforms).Distinct()];

    public static IReadOnlyList<Ttp> Of(NetworkCase network)
    {
        var much = network.KindShares.Where(kind => kind.Share >= Much).Select(kind => kind.Kind).ToHashSet();
        List<Ttp> found = [.. ByKind.Where(row => much.Contains(row.Kind) || (row.Kind == ObservableKind.Wallet && WalletsShared(network))).Select(row => row.Ttp)];
        if (network.Traits.Any(trait => trait.Name == "created_together")) found.Add(CreatedTogether);
        if (network.Members.Select(member => member.Profile.Platform).Distinct().Count() > 1) found.Add(AcrossPlatforms);
        return [.. found.Distinct()];
    }

    private static bool WalletsShared(NetworkCase network) =>
        network.Acts.Top(ObservableKind.Wallet).Any(wallet => wallet.Members.Length >= network.Size / 3.0);
}
