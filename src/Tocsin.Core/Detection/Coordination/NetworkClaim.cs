namespace Tocsin.Core.Detection.Coordination;

/// <summary>The one sentence a network is reported by, numbers first.</summary>
internal static class NetworkClaim
{
    public static string Of(NetworkCase network)
    {
        var acts = network.Acts;
        var kind = network.KindShares.FirstOrDefault(share => acts.DistinctValues.ContainsKey(share.Kind)).Kind;
        var (verb, one, many) = Phrases.Sharing(kind);
        var values = acts.DistinctValues.GetValueOrDefault(kind);
        var platforms = network.Members.Select(member => member.Profile.Platform).Distinct().Order().ToArray();
        return $"{network.Size} accounts{Across(platforms)} {verb} the same {Phrases.Count(values, one, many)}, " +
            $"typically {Phrases.Duration(acts.MedianGapSeconds())} apart, {On(acts)}.";
    }

    private static string Across(string[] platforms) => platforms.Length > 1 ? $" on {string.Join(" and ", platforms)}" : "";

    private static string On(TogetherActs acts) => acts.SpanDays == 1
        ? $"on one day ({DateTimeOffset.UnixEpoch.AddMicroseconds(acts.First):yyyy-MM-dd})"
        : $"on {acts.ActiveDays} of {acts.SpanDays} days";
}
