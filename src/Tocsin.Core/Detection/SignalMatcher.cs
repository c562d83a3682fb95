namespace Tocsin.Core.Detection;

/// <summary>
/// Recognises networks seen before, so that a re-scan updates signals instead of adding them. A found network and an
/// earlier one are the same when they share at least half of the smaller one's members; each earlier signal goes on in
/// the found network most like it. Others that it swallowed are merged into it; others that came out of one are split from it.
/// </summary>
internal static class SignalMatcher
{
    private const double Same = 0.5;
    private const double NotableScoreChange = 5;

    /// <summary>What a scan changes: new and updated signals, and the ids that found signals now go by.</summary>
    public sealed record Outcome(IReadOnlyList<Signal> Changed, IReadOnlyList<Signal> Current, IReadOnlyDictionary<string, string> Ids, int New, int Updated);

    /// <summary>Matches what was found with what was known.</summary>
    /// <param name="earlier">Active signals of one detector.</param>
    /// <param name="found">What the detector found now.</param>
    /// <param name="now">Time of the scan.</param>
    /// <param name="inScope">Whether a scan of this range should have found an earlier signal again.</param>
    public static Outcome Match(IReadOnlyList<Signal> earlier, IReadOnlyList<Signal> found, DateTimeOffset now, Func<Signal, bool> inScope)
    {
        var pairs = Overlaps(earlier, found);
        var heir = new Dictionary<Signal, Signal>(ReferenceEqualityComparer.Instance);        // earlier → found
        var ancestor = new Dictionary<Signal, Signal>(ReferenceEqualityComparer.Instance);    // found → earlier
        foreach (var (was, isNow, _) in pairs)
        {
            if (heir.ContainsKey(was) || ancestor.ContainsKey(isNow)) continue;
            heir[was] = isNow;
            ancestor[isNow] = was;
        }
        List<Signal> changed = [], current = [];
        var ids = new Dictionary<string, string>();
        var counts = (New: 0, Updated: 0);
        foreach (var signal in found)
        {
            var parent = pairs.FirstOrDefault(pair => ReferenceEquals(pair.Found, signal)).Was;
            var swallowed = pairs.Where(pair => ReferenceEquals(pair.Found, signal) && !heir.ContainsKey(pair.Was)).Select(pair => pair.Was.Id).ToArray();
            var next = ancestor.TryGetValue(signal, out var was) ? Continue(was, signal, swallowed, now) : Begin(signal, parent, now);
            if (!ReferenceEquals(next, was)) changed.Add(next);
            if (was is null) counts.New++;
            else if (!ReferenceEquals(next, was)) counts.Updated++;
            current.Add(next);
            ids[signal.Id] = next.Id;
        }
        foreach (var gone in earlier.Where(signal => !heir.ContainsKey(signal)))
        {
            var into = pairs.FirstOrDefault(pair => ReferenceEquals(pair.Was, gone)).Found;
            if (into is null && !inScope(gone)) continue;
            changed.Add(End(gone, into is null ? null : ids[into.Id], now));
            counts.Updated++;
        }
        return new Outcome(changed, current, ids, counts.New, counts.Updated);
    }

    private static List<(Signal Was, Signal Found, double Jaccard)> Overlaps(IReadOnlyList<Signal> earlier, IReadOnlyList<Signal> found)
    {
        var members = earlier.ToDictionary(signal => signal.Id, signal => signal.Members.Select(member => member.Account).ToHashSet());
        var pairs = new List<(Signal Was, Signal Found, double Jaccard)>();
        foreach (var signal in found)
        {
            foreach (var was in earlier)
            {
                double shared = signal.Members.Count(member => members[was.Id].Contains(member.Account));
                if (shared < Same * Math.Min(signal.Members.Count, was.Members.Count)) continue;
                pairs.Add((was, signal, shared / (signal.Members.Count + was.Members.Count - shared)));
            }
        }
        return [.. pairs.OrderByDescending(pair => pair.Jaccard).ThenBy(pair => pair.Was.Id, StringComparer.Ordinal)];
    }

    private static Signal Begin(Signal signal, Signal? parent, DateTimeOffset now) => signal with
    {
        History = [parent is null
            ? new SignalChange(now, "raised", $"First seen with {signal.Members.Count} accounts.")
            : new SignalChange(now, "split", $"Split from {parent.Id} with {signal.Members.Count} accounts.")],
    };

    private static Signal Continue(Signal was, Signal signal, string[] swallowed, DateTimeOffset now)
    {
        var before = was.Members.Select(member => member.Account).ToHashSet();
        var joined = signal.Members.Count(member => !before.Contains(member.Account));
        var left = before.Count - (signal.Members.Count - joined);
        List<SignalChange> history = [.. was.History];
        if (swallowed.Length > 0) history.Add(new(now, "merged", $"Took in {string.Join(", ", swallowed)}."));
        if (joined > left) history.Add(new(now, "grown", $"{joined} joined, {left} left: {signal.Members.Count} accounts."));
        else if (left > 0) history.Add(new(now, "shrunk", $"{left} left, {joined} joined: {signal.Members.Count} accounts."));
        else if (joined > 0) history.Add(new(now, "changed", $"{joined} joined, {left} left."));
        else if (Math.Abs(signal.Score - was.Score) >= NotableScoreChange) history.Add(new(now, "changed", $"Score {was.Score:F0} → {signal.Score:F0}."));
        else if (signal.Last != was.Last || signal.Claim != was.Claim) history.Add(new(now, "changed", "Acted again."));
        if (history.Count == was.History.Count) return was;
        return signal with { Id = was.Id, Raised = was.Raised, Updated = now, History = history };
    }

    private static Signal End(Signal gone, string? into, DateTimeOffset now) => gone with
    {
        Active = false,
        Updated = now,
        History = [.. gone.History, into is null
            ? new SignalChange(now, "quiet", "A scan over its time no longer finds it.")
            : new SignalChange(now, "merged", $"Merged into {into}.")],
    };
}
