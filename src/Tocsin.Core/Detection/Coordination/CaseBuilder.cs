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
        var authors = TargetAuthors(values);
        var span = TimeSpan.FromMicroseconds(events.Time[^1] - events.Time[0]);
        return [.. networks.Select((network, i) =>
        {
            var members = network.Members.Select(member => profiles[accounts.Key(member)]).ToArray();
            var clocks = network.Members.Select(member => rhythms[member]).ToArray();
            return new NetworkCase(network, acts[i], members, clocks, AlikeTraits.Find(members, everyone), values, authors, span, threshold, options);
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

    /// <summary>Target values are written <c>platform:id</c>; some of those posts are in the lake.</summary>
    private Dictionary<(ObservableKind Kind, ulong Value), ulong> TargetAuthors(Dictionary<(ObservableKind Kind, ulong Value), string> values)
    {
        var posts = values.Where(value => Targets.Contains(value.Key.Kind)).ToDictionary(value => value.Key, value => PostKey(value.Value));
        var known = lake.ReadEvents(posts.Values.ToHashSet());
        return posts.Where(post => known.ContainsKey(post.Value)).ToDictionary(post => post.Key, post => known[post.Value].AccountKey);
    }

    private static ulong PostKey(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? 0 : Keys.Of(target[..colon], target[(colon + 1)..]);
    }
}
