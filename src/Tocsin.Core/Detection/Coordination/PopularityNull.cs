using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>
/// How many co-actions two accounts would have by chance, had each shared what was popular, as much as it acts at all,
/// at the hours it is awake. For each action e of i, n(e) others stand on the same value within the window; each is j's
/// with the probability share_j(h) that an action of this kind in hour h of the day is j's. So
/// λ_ij = ½ Σ_h [S_i(h)·share_j(h) + S_j(h)·share_i(h)] with S_i(h) = Σ n(e) over i's actions in hour h.
/// <para>
/// share_j(h) shrinks twice where little is known: an account's hours towards everyone's (worth
/// <see cref="HourPrior"/> actions), and its share of a rare kind of observable towards its share of all events
/// (worth <see cref="KindPrior"/> actions), so that five wallets in a data set are not "expected" merely because
/// nobody else posts wallets.
/// </para>
/// </summary>
internal sealed class PopularityNull
{
    private const int Hours = 24;
    private const double HourPrior = 50;
    private const double KindPrior = 1000;
    private const long MicrosecondsPerHour = 3_600_000_000;

    private readonly SortedActions _actions;
    private readonly float[] _share;       // [account * Hours + hour]
    private readonly float[] _neighbours;  // S, same layout

    /// <summary>Learns who shares how much of this kind, and when.</summary>
    /// <param name="actions">All actions of the kind.</param>
    /// <param name="accounts">Who acts, and how much overall.</param>
    public PopularityNull(SortedActions actions, AccountIndex accounts)
    {
        _actions = actions;
        _share = Shares(actions, accounts);
        _neighbours = new float[_share.Length];
    }

    /// <summary>Counts the neighbours of every action for a window; afterwards <see cref="Expected"/> answers for it.</summary>
    public void Measure(long window)
    {
        Array.Clear(_neighbours);
        var counter = new NeighbourCounter(_actions, _neighbours);
        SlidingWindow.Visit(_actions, window, 0, _actions.Count, ref counter);
    }

    /// <summary>λ of a pair at the window measured last.</summary>
    public double Expected(int u, int v)
    {
        double sum = 0;
        for (var hour = 0; hour < Hours; hour++)
        {
            sum += (_neighbours[(u * Hours) + hour] * _share[(v * Hours) + hour]) + (_neighbours[(v * Hours) + hour] * _share[(u * Hours) + hour]);
        }
        return sum / 2;
    }

    private static int Hour(long time) => (int)(((time / MicrosecondsPerHour % Hours) + Hours) % Hours);

    private static float[] Shares(SortedActions actions, AccountIndex accounts)
    {
        var own = new double[accounts.Count * Hours];
        var everyone = new double[Hours];
        for (var row = 0; row < actions.Count; row++)
        {
            var hour = Hour(actions.Time[row]);
            own[(actions.Account[row] * Hours) + hour]++;
            everyone[hour]++;
        }
        var share = new float[own.Length];
        for (var account = 0; account < accounts.Count; account++)
        {
            var general = KindPrior * accounts.EventsOf(account) / accounts.Total;
            FillShares(share.AsSpan(account * Hours, Hours), own.AsSpan(account * Hours, Hours), everyone, actions.Count, general);
        }
        return share;
    }

    private static void FillShares(Span<float> share, ReadOnlySpan<double> own, double[] everyone, double total, double general)
    {
        double actions = 0;
        foreach (var count in own) actions += count;
        var overall = (actions + general) / (total + KindPrior);
        for (var hour = 0; hour < Hours; hour++)
        {
            if (everyone[hour] == 0) continue;
            var usual = everyone[hour] / total;
            var awake = (own[hour] + (HourPrior * usual)) / (actions + HourPrior) / usual;
            share[hour] = (float)Math.Min(1, overall * awake);
        }
    }

    private readonly struct NeighbourCounter(SortedActions actions, float[] neighbours) : IPairVisitor
    {
        public void Visit(int earlier, int later)
        {
            neighbours[(actions.Account[earlier] * Hours) + Hour(actions.Time[earlier])]++;
            neighbours[(actions.Account[later] * Hours) + Hour(actions.Time[later])]++;
        }
    }
}
