using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>
/// Finds accounts alike by the cosine of what they use: every value weighed by its bits and by one more than the logarithm of how
/// often it is used. Candidates are those that share rare values; of them the ones with the greatest product are compared in full.
/// </summary>
internal sealed class AlikeAccounts(Connection connection, CancellationToken cancel)
{
    private const int MostCompared = 25;

    // What comparing may cost. Beyond, the same share of values is taken for all, by their hash: so what two share stays shared,
    // and the cosine is an estimate.
    private const int MostOwnValues = 2_000;
    private const int MostOtherActs = 20_000;

    private readonly AccountValues _values = new(connection, cancel);
    private readonly ValueUsage _usage = new(connection, TimeRange.All, cancel);

    public IReadOnlyList<AlikeAccount> To(ulong account, int limit)
    {
        var own = new RareValues(connection, _usage, cancel).Of(account);
        var candidates = Candidates(own);
        if (candidates.Count == 0)
            return [];
        var acts = _values.Of(candidates);
        var most = MostKey(own.Own, acts);
        var bits = _usage.Count([.. acts.Concat(own.Own).Select(act => act.Value).Where(value => value <= most).Distinct()]);
        var (vector, hours) = (ValueVector.Of(own.Own, most, bits), HourVector.Of(own.Own));
        var alike = acts.GroupBy(act => act.Account)
            .Select(g => (Account: g.Key, Values: vector.Cosine(ValueVector.Of(g, most, bits)), Hours: hours.Cosine(HourVector.Of(g))))
            .OrderByDescending(a => Similarity(a.Values, a.Hours)).ThenBy(a => a.Account).Take(limit).ToList();
        var profiles = AccountProfiles.Read(connection, [.. alike.Select(a => a.Account)]);
        return alike.ConvertAll(a => new AlikeAccount(profiles[a.Account], Similarity(a.Values, a.Hours), a.Values, a.Hours));
    }

    private static ulong MostKey(IReadOnlyList<ValueAct> own, List<ValueAct> others)
    {
        var share = Math.Min((double)MostOwnValues / own.Select(act => act.Value).Distinct().Count(), (double)MostOtherActs / others.Count);
        return share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
    }

    private static double Similarity(double values, double hours) => values * (0.75 + (0.25 * hours));

    private static List<ulong> Candidates(RareValuesOf own) =>
        [.. own.Others.GroupBy(act => act.Account).Select(g => (g.Key, Weight: g.DistinctBy(act => act.Key).Sum(act => own.Bits[act.Key] * own.Bits[act.Key])))
            .OrderByDescending(c => c.Weight).ThenBy(c => c.Key).Take(MostCompared).Select(c => c.Key)];

    private sealed class ValueVector(Dictionary<(ObservableKind, ulong), double> weights)
    {
        private readonly double _length = Math.Sqrt(weights.Values.Sum(w => w * w));

        public static ValueVector Of(IEnumerable<ValueAct> acts, ulong most, IReadOnlyDictionary<(ObservableKind, ulong), Usage> bits) =>
            new(acts.Where(act => act.Value <= most).GroupBy(act => act.Key).ToDictionary(g => g.Key, g => bits[g.Key].Bits * (1 + Math.Log(g.Count()))));

        public double Cosine(ValueVector other) => _length * other._length is var product && product > 0 ? Dot(other) / product : 0;

        private readonly Dictionary<(ObservableKind, ulong), double> _weights = weights;

        private double Dot(ValueVector other) => _weights.Sum(w => w.Value * other._weights.GetValueOrDefault(w.Key));
    }

    /// <summary>Acts by hour of day, spread a little over the hours beside.</summary>
    private sealed class HourVector(double[] hours)
    {
        private readonly double _length = Math.Sqrt(hours.Sum(h => h * h));

        private readonly double[] _hours = hours;

        public static HourVector Of(IEnumerable<ValueAct> acts)
        {
            var hours = new double[24];
            foreach (var act in acts.DistinctBy(act => act.Event))
            {
                var hour = Micros.ToTime(act.Time).Hour;
                hours[hour] += 0.5;
                hours[(hour + 1) % 24] += 0.25;
                hours[(hour + 23) % 24] += 0.25;
            }
            return new HourVector(hours);
        }

        public double Cosine(HourVector other) =>
            _length * other._length is var product && product > 0 ? _hours.Zip(other._hours, (a, b) => a * b).Sum() / product : 0;
    }
}
