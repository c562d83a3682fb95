using Tocsin.Core.Detection.Coordination.Benign;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Writes a network up as a signal: claim, reasons, what would make it innocent, members, ties, evidence, techniques.</summary>
internal sealed class SignalWriter(ILake lake, AccountIndex accounts, DateTimeOffset now)
{
    private const int EvidenceValues = 12;
    private const int EventsPerValue = 5;
    private const int MostTies = 60;

    public Signal Write(NetworkCase network, IReadOnlyDictionary<int, int> foreignTies)
    {
        var points = NetworkAssessment.Points(network);
        var benign = BenignTests.Try(network);
        var probability = NetworkAssessment.Probability(network, points, benign);
        return new Signal
        {
            Id = SignalId.Of("N", network.Members.Select(member => member.Profile.Key)),
            Kind = "network",
            Detector = CoordinationDetector.Name,
            Score = Math.Round(NetworkAssessment.Score(probability, network.Size), 1),
            Probability = Math.Round(probability, 3),
            Claim = NetworkClaim.Of(network),
            Reasons = Reasons(network, points),
            Benign = benign,
            Members = Members(network, foreignTies),
            Ties = [.. network.Network.Ties.Take(MostTies).Select(tie => TieOf(tie, network.Options))],
            Evidence = EvidenceOf(network),
            Ttps = NetworkTtps.Of(network),
            Figures = Figures(network),
            First = DateTimeOffset.UnixEpoch.AddMicroseconds(network.Acts.First),
            Last = DateTimeOffset.UnixEpoch.AddMicroseconds(network.Acts.Last),
            Raised = now,
            Updated = now,
        };
    }

    /// <summary>The strength of the ties is told by kind of observable; every other point is a reason of its own.</summary>
    private IReadOnlyList<Reason> Reasons(NetworkCase network, IReadOnlyList<NetworkAssessment.Point> points)
    {
        var total = points.Where(point => point.Value > 0).Sum(point => point.Value);
        var reasons = points.Where(point => point.Name != "strength" && point.Value > 0).Select(point => new Reason(point.Name, point.Sentence, point.Value / total));
        var strength = points.FirstOrDefault(point => point.Name == "strength")?.Value ?? 0;
        var kinds = network.KindShares.Where(kind => kind.Share >= 0.02).ToArray();
        var told = kinds.Sum(kind => kind.Share);
        return [.. reasons.Concat(kinds.Select(kind => KindReason(network, kind.Kind, strength / total * kind.Share / told)))
            .Where(reason => reason.Share > 0).OrderByDescending(reason => reason.Share)];
    }

    private Reason KindReason(NetworkCase network, ObservableKind kind, double share)
    {
        var ties = network.Network.Ties.SelectMany(tie => tie.Kinds).Where(tie => network.Options.Traces[tie.Trace].Kind == kind).ToArray();
        double observed = ties.Sum(tie => (double)tie.Observed), expected = ties.Sum(tie => (double)tie.Expected);
        var (verb, one, many) = Phrases.Sharing(kind);
        var values = network.Acts.DistinctValues.GetValueOrDefault(kind);
        var sentence = $"Members {verb} the same {Phrases.Count(values, one, many)}: tied pairs met {observed:N0} times where chance gives {expected:N1}";
        var examples = Examples(network, kind).Select(text => $"“{Shorten(text, 40)}”").ToArray();
        return new Reason(Names.Of(kind), examples.Length == 0 ? sentence + "." : $"{sentence}, above all {string.Join(", ", examples)}.", share);
    }

    /// <summary>The most shared values; a cluster of texts is told by its first text, not by its id.</summary>
    private IEnumerable<string> Examples(NetworkCase network, ObservableKind kind)
    {
        var top = network.Acts.Top(kind).Take(3).ToArray();
        if (kind != ObservableKind.NearText) return top.Select(network.Text).OfType<string>();
        var events = lake.ReadEvents([.. top.Select(shared => shared.Events[0])]);
        return top.Select(shared => events.GetValueOrDefault(shared.Events[0])?.Text).OfType<string>();
    }

    private static IReadOnlyList<Member> Members(NetworkCase network, IReadOnlyDictionary<int, int> foreignTies)
    {
        var roles = MemberRoles.Of(network.Network, foreignTies);
        return [.. network.Members.Select((account, i) => new Member(
                account.Profile.Key, account.Profile.Platform, account.Profile.Id, account.Profile.Handle,
                roles[i].Role, Math.Round(roles[i].Bits, 1), Math.Round(network.Network.Stability[i], 2)))
            .OrderByDescending(member => member.Bits).ThenBy(member => member.AccountId, StringComparer.Ordinal)];
    }

    private Tie TieOf(PairTie tie, CoordinationOptions options)
    {
        var strongest = tie.Kinds[0];
        return new Tie(
            accounts.Key(tie.U), accounts.Key(tie.V), Math.Round(tie.Bits, 1), Math.Round(strongest.Leads / strongest.Observed, 2),
            [.. tie.Kinds.Select(kind => new TieKind(
                options.Traces[kind.Trace].Kind, kind.Observed, Math.Round(kind.Expected, 3), Math.Round(kind.LowBits, 1), kind.Gap / 1e6))]);
    }

    private IReadOnlyList<Evidence> EvidenceOf(NetworkCase network)
    {
        var chosen = network.Acts.AllTop.OrderByDescending(shared => shared.Members.Length).ThenByDescending(shared => shared.Events.Length)
            .ThenBy(shared => shared.Value).Take(EvidenceValues)
            .SelectMany(shared => shared.Events.Take(EventsPerValue).Select(key => (shared, key))).DistinctBy(item => item.key).ToArray();
        var events = lake.ReadEvents(chosen.Select(item => item.key).ToHashSet());
        return [.. chosen.Where(item => events.ContainsKey(item.key)).Select(item => Of(events[item.key], item.shared))
            .OrderBy(evidence => evidence.Time).ThenBy(evidence => evidence.EventId, StringComparer.Ordinal)];

        Evidence Of(Event e, SharedValue shared) => new(
            e.Key, e.Platform, e.Id, e.AccountId, e.Time, e.Text is null ? null : Shorten(e.Text, 500),
            $"{Names.Of(shared.Kind)}:{network.Text(shared)}", EvidenceHash.Of(e));
    }

    private static Dictionary<string, double> Figures(NetworkCase network) => new()
    {
        ["accounts"] = network.Size,
        ["density"] = Math.Round(network.Network.Density, 3),
        ["mean_degree"] = Math.Round(network.MeanDegree, 1),
        ["median_bits"] = Math.Round(network.Network.MedianBits, 1),
        ["threshold_bits"] = Math.Round(network.Threshold, 1),
        ["median_gap_seconds"] = Math.Round(network.Acts.MedianGapSeconds(), 1),
        ["within_minute"] = Math.Round(network.Acts.WithinMinute(), 3),
        ["active_days"] = network.Acts.ActiveDays,
        ["span_days"] = network.Acts.SpanDays,
        ["joint_acts"] = network.Acts.Actions,
        ["exclusivity"] = Math.Round(network.Exclusivity, 3),
        ["stability"] = Math.Round(network.Network.Stability.Average(), 3),
    };

    private static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
