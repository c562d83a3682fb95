using Tocsin.Core.Detection.Coordination.Benign;
using Tocsin.Core.Simulation;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>The coordination detector, described. The maths in full: docs/method.md.</summary>
internal static class CoordinationDescription
{
    public static DetectorDescription Of(CoordinationOptions options) => new()
    {
        Name = CoordinationDetector.Name,
        Title = "Coordination",
        State = DetectorState.Live,
        Finds = "Accounts that act as one: they share the same things at the same time more often than popularity, activity and time of day explain.",
        Steps = Steps,
        Parameters = Parameters(options),
        Traces = [.. options.Traces.Select(trace => new DetectorTrace(Names.Of(trace.Kind), [.. trace.Windows]))],
        Benign = BenignTests.Descriptions,
        Limits = Limits,
        Techniques = NetworkTtps.All,
        Examples = Examples,
        Document = "docs/method.md",
    };

    private static IReadOnlyList<DetectorStep> Steps { get; } =
    [
        new("Who met whom",
            "Two accounts meet when both share the same value (a link, a hashtag, a text) within a window of time. Each kind of value has windows of its own."),
        new("How often chance would have them meet",
            "A thousand strangers share the news in a minute. So for every pair it is computed how often two independent accounts would meet: from how popular each value was at that moment, how active each account is with this kind of thing, and at which hours it is awake.",
            "λᵢⱼ = ½ Σₕ [ Sᵢ(h)·shareⱼ(h) + Sⱼ(h)·shareᵢ(h) ],  Sᵢ(h) = Σ n(e) over i's acts e in hour h"),
        new("Evidence in bits",
            "Meeting much more often than that is evidence. A burst counts once, so that five posts against five are not twenty-five proofs. Of several windows the best counts, less for having been chosen.",
            "bits = −log₂ P(X ≥ observed), X ~ Poisson(λᵢⱼ)"),
        new("Several kinds together",
            "The strongest kind of value counts in full, every other by half: they overlap, as a repost repeats hashtag, link and text.",
            "bits = max + ½ (sum − max)"),
        new("What may be luck is left out",
            "Over all pairs of accounts, those that never met included, only so many ties are kept that at most a set share of them can be chance.",
            "Benjamini–Hochberg over all pairs × kinds"),
        new("Networks",
            "Accounts that many ties hold together form a network; who hangs on by a thread does not belong. Membership is tried again with stricter thresholds and other windows, and the share that a member survives is its stability.",
            "Leiden communities, weights log₂(1 + bits); members need 2 ties and a third of the mean degree"),
        new("Innocent explanations",
            "Every network is held against reasons why innocent people would look like this. One that fits takes off most of the likelihood, and its figure is shown whether it fits or not."),
        new("How likely",
            "Strength, cohesion, persistence, synchrony, exclusivity, repetition, stability and likeness of the accounts give points by judgement, fitted to no labels. Score puts networks of more accounts first.",
            "log-odds = points × density^¼ − 5.5;  score = 100·p·(1 − 2^(−n/3))"),
    ];

    private static IReadOnlyList<DetectorParameter> Parameters(CoordinationOptions options) =>
    [
        new("false_discovery_rate", $"{100 * options.FalseDiscoveryRate:0.##} %", "Share of the ties kept that may be chance."),
        new("min_coactions", $"{options.MinCoactions}", "A tie needs at least this many meetings of one kind."),
        new("min_members", $"{options.MinMembers}", "A network has at least this many accounts."),
        new("max_coactions", $"{options.MaxCoactions:N0}", "Most meetings looked at per kind and window; beyond it the most popular values are left out, and the scan says how many."),
    ];

    private static IReadOnlyList<string> Limits { get; } =
    [
        "People of one mind share the same things at the same time; small tight groups of partisans do get reported.",
        "It knows no follower graph and no recommendation algorithm: what a platform shows to many at once can look like a plan.",
        "Who shares nothing observable is not found: opinions in own words, or pages of one's own, hours or days apart.",
        "Where profiles are missing, several innocent explanations cannot be tested, and the signal says so.",
        "Likelihood is a judgement until enough signals have been decided to check it against.",
    ];

    private static IReadOnlyList<DetectorExample> Examples { get; } =
    [
        new(OperationKind.CopyPaste, true, "28 accounts post an agreed text minutes apart, 60 % of them each time, a few in other words."),
        new(OperationKind.LinkFarm, true, "24 accounts share every article of three sites within ten minutes, reworded."),
        new(OperationKind.HashtagPush, true, "30 accounts flood two hashtags for an hour in words of their own; bystanders join."),
        new(OperationKind.RepostRing, true, "22 accounts repost four seeders about a minute after they post."),
        new(OperationKind.ReplyBrigade, true, "26 accounts send hostile replies under one post; bystanders reply too."),
        new(OperationKind.PersonaFarm, true, "18 personas push one talking point and the same pages, nine in ten posts reworded."),
        new(OperationKind.SlowDrip, true, "14 accounts place the same pages hours apart, so that nothing looks like a burst."),
        new(OperationKind.CrossPlatform, true, "24 accounts push the same pages on two platforms."),
        new(OperationKind.ScamFunnel, true, "20 accounts reply with look-alike domains that change every few days, and with the same wallets."),
        new(BenignKind.NewsBurst, false, "320 strangers share one article, a tenth of them within the first minute."),
        new(BenignKind.LiveEvent, false, "220 strangers write under one hashtag for two hours."),
        new(BenignKind.Fandom, false, "60 fans hold listening parties and post a birthday text agreed on; their profiles say so."),
        new(BenignKind.Newsroom, false, "12 journalists pass on their paper's links; their profiles name it."),
        new(BenignKind.Party, false, "14 candidates pass on the same slogans; their profiles name the party."),
        new(BenignKind.Bot, false, "Declared automata post the same headlines within minutes."),
        new(BenignKind.Friends, false, "Five to eight friends mostly answer and repost each other."),
    ];
}
