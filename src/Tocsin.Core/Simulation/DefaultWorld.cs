using Tocsin.Core.Simulation.Life;
using Tocsin.Core.Simulation.Operations;
using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation;

/// <summary>What goes on in the world that <see cref="Simulator"/> makes: the one list of it all.</summary>
internal static class DefaultWorld
{
    /// <summary>In order of casting: who plays a part in one thing is not taken for the next.</summary>
    public static IEnumerable<IBehaviour> Behaviours => [.. Groups, .. Operations, .. Crowds, new OrganicLife()];

    /// <summary>Together, and innocent.</summary>
    private static IReadOnlyList<IBehaviour> Groups =>
    [
        new Newsroom("newsroom-en", "en", Journalists: 12),
        new Newsroom("newsroom-de", "de", Journalists: 8),
        new Party("party-en", "en", "Valley Greens", "valley-greens.example", Candidates: 14),
        new Fandom("fandom-aurelle", "en", "Aurelle", "Happy birthday to the voice of our lives", Fans: 60),
        new Fandom("fandom-mizuki", "ja", "Mizuki", "お誕生日おめでとう、生まれてきてくれてありがとう", Fans: 30),
        new Bots("bots-en", "en"),
        new Bots("bots-es", "es"),
        new Friends("friends-1", "en", 6),
        new Friends("friends-2", "en", 8),
        new Friends("friends-3", "es", 5),
        new Friends("friends-4", "ja", 7),
        new Friends("friends-5", "ru", 6),
    ];

    /// <summary>Together, and not.</summary>
    private static IReadOnlyList<Operation> Operations => [.. OpenOperations, .. ShieldedOperations];

    private static IReadOnlyList<Operation> OpenOperations =>
    [
        new CopyPaste
        {
            Name = "op-copy-paste", Members = 28, Actions = 16, Topic = Topic.Politics, Provenance = Provenance.Batch,
            Evasion = new() { JitterSeconds = 240, Turnout = 0.6, Cover = 0.6, Paraphrase = 0.02 },
        },
        new CopyPaste
        {
            Name = "op-copy-paste-ru", Members = 16, Actions = 14, Topic = Topic.Money, Language = "ru", Shift = (5, 14),
            Evasion = new() { JitterSeconds = 500, Turnout = 0.7, Paraphrase = 0.05 },
        },
        new LinkFarm
        {
            Name = "op-link-farm", Members = 24, Actions = 36, Domains = ["truthwire.example", "patriot-lens.example", "dailyreveal.example"],
            Evasion = new() { JitterSeconds = 600, Turnout = 0.45, Paraphrase = 0.6 },
        },
        new HashtagPush
        {
            Name = "op-hashtag-push", Members = 30, Actions = 6, Hashtags = ["LeyMordaza", "AguaDelPueblo", "FueraElTunel"], Language = "es",
            Shift = (16, 22), Provenance = Provenance.Batch, Evasion = new() { JitterSeconds = 900, Turnout = 0.7, Cover = 0.5 },
        },
        new RepostRing
        {
            Name = "op-repost-ring", Members = 22, Actions = 45, Seeders = 4, Language = "pt",
            Evasion = new() { JitterSeconds = 70, Turnout = 0.5 },
        },
        new ReplyBrigade
        {
            Name = "op-reply-brigade", Members = 26, Actions = 18, Victims = 5,
            Evasion = new() { JitterSeconds = 480, Turnout = 0.5 },
        },
        new PersonaFarm
        {
            Name = "op-persona-farm", Members = 18, Actions = 32, Site = "civic-monitor.example", Language = "de", Shift = (7, 17),
            Evasion = new() { JitterSeconds = 900, Turnout = 0.6, Paraphrase = 0.9 },
        },
        new SlowDrip
        {
            Name = "op-slow-drip", Members = 14, Actions = 22, Site = "sharper-view.example",
            Evasion = new() { JitterSeconds = 5 * 3600, Turnout = 0.6 },
        },
        new CrossPlatform
        {
            Name = "op-cross-platform", Members = 24, Actions = 26, Site = "realnumbers.example",
            Evasion = new() { JitterSeconds = 700, Turnout = 0.5, Paraphrase = 0.7 },
        },
        new ScamFunnel
        {
            Name = "op-scam-funnel", Members = 20, Actions = 30, Provenance = Provenance.Batch,
            LookAlikes = ["corbina-wa11et.example", "c0rbinawallet.example", "corbinawallet-help.example", "xn--corbinawllet-49j.example", "corblna-wallet.example"],
            Evasion = new() { JitterSeconds = 1200, Turnout = 0.4, Cover = 0.5, Paraphrase = 0.5 },
        },
    ];

    /// <summary>Not open to detection by behaviour, so that nobody forgets what such a method cannot see.</summary>
    private static IReadOnlyList<Operation> ShieldedOperations =>
    [
        new PersonaFarm
        {
            Name = "op-persona-farm-hard", Members = 12, Actions = 16, Site = "civic-monitor.example", SharesTargets = false,
            Evasion = new() { JitterSeconds = 18 * 3600, Turnout = 0.4, Paraphrase = 1 },
            Shielded = "shares no link, target, hashtag or wording; only an opinion that many hold, hours apart",
        },
        new SlowDrip
        {
            Name = "op-slow-drip-hard", Members = 12, Actions = 10, Site = "www.vidhub.example", PagesOfTheirOwn = true, Language = "ja",
            Evasion = new() { JitterSeconds = 30 * 3600, Turnout = 0.4 },
            Shielded = "every member links pages of its own on a site that everybody uses, days apart",
        },
    ];

    /// <summary>Strangers at one time, whoever they are; members of groups and operations may be among them.</summary>
    private static IReadOnlyList<IBehaviour> Crowds =>
    [
        new NewsBurst("news-1", "en", Sharers: 320),
        new NewsBurst("news-2", "en", Sharers: 240),
        new NewsBurst("news-3", "en", Sharers: 180),
        new NewsBurst("news-4", "es", Sharers: 130),
        new NewsBurst("news-5", "pt", Sharers: 110),
        new NewsBurst("news-6", "ja", Sharers: 110),
        new LiveEvent("live-derby", "en", Topic.Football, "TheDerbyLive", Viewers: 220),
        new LiveEvent("live-debate", "es", Topic.Politics, "DebateEnVivo", Viewers: 120),
    ];
}
