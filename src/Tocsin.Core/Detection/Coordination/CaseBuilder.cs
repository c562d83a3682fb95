using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Looks up in the lake what is needed to explain the networks found.</summary>
internal sealed class CaseBuilder(ILake lake, AccountIndex accounts, EventColumns events, CoordinationOptions options, TimeRange range)
{
    private static readonly ObservableKind[] Targets = [ObservableKind.ReplyTarget, ObservableKind.RepostTarget, ObservableKind.QuoteTarget];

    public IReadOnlyList<NetworkCase> Build(IReadOnlyList<FoundNetwork> networks, double threshold, CancellationToken cancellation)
    {
        if (networks.Count == 0) return [];
        var acts = new TogetherCollector(lake, accounts, options, range).Collect(networks, cancellation);
        var profiles = lake.ReadAccounts(null);
        var everyone = new Population(profiles);
        var rhythms = Rhythms(networks.SelectMany(network => network.Members).ToHashSet());
        var values = ReadValues(acts);
        var authors = TargetAuthors(values, profiles.Values.Select(account => account.Profile.Platform).Distinct().ToArray());
        return [.. networks.Select((network, i) =>
        {
            var members = network.Members.Select(member => profiles[accounts.Key(member)]).ToArray();
            var clocks = network.Members.Select(member => rhythms[member]).ToArray();
            return new NetworkCase(network, acts[i], members, clocks, AlikeTraits.Find(members, everyone), values, authors, threshold, options);
        })];
    }

    private Dictionary<int, double> Rhythms(HashSet<int> members)
    {
        var times = members.ToDictionary(member => member, _ => new List<long>());
        for (var row = 0; row < events.Count; row++)
        {
            if (times.TryGetValue(accounts.Number(events.Account[row]), out var own)) own.Add(events.Time[row]);
        }
        return times.ToDictionary(own => own.Key, own => Clockwork.Of(own.Value));
    }

    private Dictionary<(ObservableKind Kind, ulong Value), string> ReadValues(TogetherActs[] acts)
    {
        var found = new Dictionary<(ObservableKind Kind, ulong Value), string>();
        foreach (var kind in acts.SelectMany(act => act.AllTop).GroupBy(shared => shared.Kind))
        {
            foreach (var (value, text) in lake.ReadValues(kind.Key, kind.Select(shared => shared.Value).ToHashSet())) found[(kind.Key, value)] = text;
        }
        return found;
    }

    private Dictionary<(ObservableKind Kind, ulong Value), ulong> TargetAuthors(
        Dictionary<(ObservableKind Kind, ulong Value), string> values, string[] platforms)
    {
        var keys = values.Where(value => Targets.Contains(value.Key.Kind))
            .SelectMany(value => platforms.Select(platform => (value.Key, Event: Keys.Of(platform, value.Value)))).ToArray();
        var known = lake.ReadEvents(keys.Select(key => key.Event).ToHashSet());
        var authors = new Dictionary<(ObservableKind Kind, ulong Value), ulong>();
        foreach (var (value, target) in keys)
        {
            if (known.TryGetValue(target, out var post)) authors[value] = post.AccountKey;
        }
        return authors;
    }
}
