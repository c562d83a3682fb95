using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>Finds the accounts that use the same rare values as one account.</summary>
internal sealed class Companions(Connection connection, CancellationToken cancel)
{
    private const int MostShown = 12;

    private readonly RareValues _rare = new(connection, new ValueUsage(connection, TimeRange.All, cancel), cancel);

    public IReadOnlyList<ActsWith> Of(ulong account, int limit)
    {
        var own = _rare.Of(account);
        var meetings = own.Others.GroupBy(act => act.Account)
            .Select(others => Meeting.Of(others.Key, others, own)).OrderByDescending(meeting => meeting.Bits).ThenBy(meeting => meeting.Account)
            .Take(limit).ToList();
        var profiles = AccountProfiles.Read(connection, [.. meetings.Select(meeting => meeting.Account)]);
        var names = _rare.Names([.. meetings.SelectMany(meeting => meeting.Shared.Take(MostShown)).Select(shared => shared.Place)]);
        return meetings.ConvertAll(meeting => new ActsWith(
            profiles[meeting.Account], meeting.Bits, meeting.Shared.Count,
            [.. meeting.Shared.Take(MostShown).Select(s => new SharedValue(s.Kind, names[s.Place], s.Bits, s.GapSeconds))], meeting.TypicalGap));
    }

    /// <summary>What one other account shares, the rarest first.</summary>
    private sealed record Meeting(ulong Account, double Bits, IReadOnlyList<Shared> Shared)
    {
        public double TypicalGap => Shared.Select(shared => shared.GapSeconds).Order().ElementAt(Shared.Count / 2);

        public static Meeting Of(ulong account, IEnumerable<ValueAct> acts, RareValuesOf own)
        {
            var shared = acts.GroupBy(act => act.Key)
                .Select(g => new Shared(g.Key.Item1, g.First().Place, own.Bits[g.Key], Gap(own.Times[g.Key], g)))
                .OrderByDescending(s => s.Bits).ThenBy(s => s.Place).ToList();
            var byKind = shared.GroupBy(s => s.Kind).Select(g => g.Sum(s => s.Bits)).ToList();
            return new Meeting(account, (byKind.Sum() + byKind.Max()) / 2, shared);
        }

        private static double Gap(List<long> own, IEnumerable<ValueAct> others) => others.Min(other => Distance(own, other.Time)) / 1e6;

        private static long Distance(List<long> times, long time)
        {
            var next = times.BinarySearch(time) is var at && at < 0 ? ~at : at;
            var after = next < times.Count ? times[next] - time : long.MaxValue;
            return next > 0 ? Math.Min(after, time - times[next - 1]) : after;
        }
    }

    private readonly record struct Shared(ObservableKind Kind, long Place, double Bits, double GapSeconds);
}
