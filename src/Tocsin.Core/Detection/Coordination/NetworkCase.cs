using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Everything known of one network found: what assessment, explanation and claim are made from.</summary>
/// <param name="Network">Members and ties.</param>
/// <param name="Acts">What members did together.</param>
/// <param name="Members">The accounts, in the order of <see cref="FoundNetwork.Members"/>.</param>
/// <param name="Rhythms">How clock-like each member acts, in the same order (<see cref="Clockwork"/>).</param>
/// <param name="Traits">Ways in which members are unusually alike.</param>
/// <param name="Values">The written values behind the most shared ones.</param>
/// <param name="TargetAuthors">Authors of the shared posts that the lake knows, by (kind, value).</param>
/// <param name="DataSpan">From the first to the last event of the scan.</param>
/// <param name="Threshold">Bits at which a tie is significant.</param>
/// <param name="Options">Traces and windows.</param>
public sealed record NetworkCase(
    FoundNetwork Network,
    TogetherActs Acts,
    IReadOnlyList<StoredAccount> Members,
    IReadOnlyList<double> Rhythms,
    IReadOnlyList<Trait> Traits,
    IReadOnlyDictionary<(ObservableKind Kind, ulong Value), string> Values,
    IReadOnlyDictionary<(ObservableKind Kind, ulong Value), ulong> TargetAuthors,
    TimeSpan DataSpan,
    double Threshold,
    CoordinationOptions Options)
{
    public int Size => Members.Count;

    /// <summary>Kinds of observable with their share of the evidence in the ties, greatest first.</summary>
    public IReadOnlyList<(ObservableKind Kind, double Share)> KindShares { get; } = SharesOf(Network, Options);

    /// <summary>How few outsiders act on what members share, on the values that tell most: 1 when nobody else does.</summary>
    public double Exclusivity { get; } = ExclusivityOf(Acts);

    public string? Text(SharedValue shared) => Values.GetValueOrDefault((shared.Kind, shared.Value));

    /// <summary>Significant ties per member, on average.</summary>
    public double MeanDegree => Network.Density * (Size - 1);

    private static List<(ObservableKind Kind, double Share)> SharesOf(FoundNetwork network, CoordinationOptions options)
    {
        var bits = new Dictionary<ObservableKind, double>();
        foreach (var kind in network.Ties.SelectMany(tie => tie.Kinds))
        {
            var name = options.Traces[kind.Trace].Kind;
            bits[name] = bits.GetValueOrDefault(name) + kind.LowBits;
        }
        var total = Math.Max(double.Epsilon, bits.Values.Sum());
        return [.. bits.Select(b => (b.Key, b.Value / total)).OrderByDescending(b => b.Item2)];
    }

    private static double ExclusivityOf(TogetherActs acts)
    {
        double sum = 0, weights = 0;
        foreach (var shared in acts.AllTop)
        {
            var insiders = shared.Members.Length / (double)(shared.Members.Length + shared.Outsiders);
            var weight = insiders * shared.Members.Length * Math.Sqrt(shared.Events.Length);   // values that tell most weigh most
            sum += weight * insiders;
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
