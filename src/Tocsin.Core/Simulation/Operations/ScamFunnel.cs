using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>
/// Replies under popular posts that lead to look-alike pages of a wallet service, a few days each, and to the same few
/// wallets. The words vary; where the money goes does not.
/// </summary>
internal sealed record ScamFunnel : Operation
{
    /// <summary>Registrable names that look like the imitated one.</summary>
    public required IReadOnlyList<string> LookAlikes { get; init; }

    protected override string Kind => OperationKind.ScamFunnel;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        List<string> wallets = [Wallets.Bitcoin(chance), Wallets.Bitcoin(chance), Wallets.Ethereum(chance)];
        var famous = world.People
            .Where(person => person is { Platform: Census.Plaza, Role: null, Rate: > 0 } && person.Language.Tag == Language)
            .OrderByDescending(person => person.Followers).Take(40).ToList();
        foreach (var start in Starts(world, chance))
        {
            var domain = LookAlikes[(int)((start - world.Start) / (world.End - world.Start) * LookAlikes.Count)];
            var lure = crew.Members[0].Language.Say("lure", Topic.Money, chance);
            foreach (var (member, time) in crew.Join(start))
            {
                var said = lure.Rephrase(Evasion.Paraphrase, chance).ToString();
                world.Reply(member, time, Talk(world, chance.Pick(famous), time, chance), Bait(said, domain, chance.Pick(wallets), chance));
            }
        }
    }

    private static Draft Talk(World world, Person famous, DateTimeOffset before, Chance chance)
    {
        var text = famous.Language.Say("pattern", chance.Pick(famous.Interests), chance);
        return world.Post(famous, before.AddMinutes(-chance.Between(1, 30)), text.ToString());
    }

    private static string Bait(string lure, string domain, string wallet, Chance chance)
    {
        var where = chance.Happens(0.3) ? wallet : $"https://{domain}/{chance.Pick(["verify", "claim", "restore"])}";
        var text = lure.Replace("{url}", where, StringComparison.Ordinal);
        return chance.Happens(0.2) ? $"{text} ({wallet})" : text;
    }
}
