using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Signals;

/// <summary>A post beside others that carry the same value.</summary>
/// <param name="Handle">Handle of its author; null when it has none, or is no member.</param>
/// <param name="After">Time since the first post of its group.</param>
/// <param name="Marks">What it shares, in its text.</param>
public sealed record SharedPost(Evidence Evidence, string? Handle, TimeSpan After, IReadOnlyList<Range> Marks);

/// <summary>Evidence that carries one value: what is shown side by side.</summary>
/// <param name="Kind">Kind of observable, e.g. <c>near_text</c>.</param>
/// <param name="Value">The value itself; for near-equal texts the id of their cluster.</param>
/// <param name="Accounts">How many accounts posted it.</param>
public sealed record SharedGroup(string Kind, string Value, int Accounts, IReadOnlyList<SharedPost> Posts)
{
    public DateTimeOffset First => Posts[0].Evidence.Time;

    /// <summary>Time from the first to the last post.</summary>
    public TimeSpan Span => Posts[^1].After;

    /// <summary>Share of the letters that are marked, in [0, 1].</summary>
    private double Alike
    {
        get
        {
            double all = Posts.Sum(post => post.Evidence.Text?.Length ?? 0), shared = Posts.Sum(post => post.Marks.Sum(mark => mark.End.Value - mark.Start.Value));
            return all == 0 ? 0 : shared / all;
        }
    }

    /// <summary>Groups a signal's evidence by shared value, the most telling first: many accounts, much in common.</summary>
    public static IReadOnlyList<SharedGroup> Of(Signal signal)
    {
        var members = signal.Members.GroupBy(member => (member.Platform, member.AccountId)).ToDictionary(group => group.Key, group => group.First());
        return [.. signal.Evidence.GroupBy(evidence => evidence.Shared).Select(group => Group(group.Key, [.. group.OrderBy(evidence => evidence.Time)], members))
            .OrderByDescending(group => group.Accounts * (0.2 + group.Alike)).ThenBy(group => group.First)];
    }

    private static SharedGroup Group(string shared, Evidence[] evidence, Dictionary<(string, string), Member> members)
    {
        var colon = shared.IndexOf(':', StringComparison.Ordinal);
        var (kind, value) = colon < 0 ? (shared, "") : (shared[..colon], shared[(colon + 1)..]);
        var marks = SharedText.Mark([.. evidence.Select(item => item.Text ?? "")], kind is "near_text" or "text" ? null : value);
        var posts = evidence.Select((item, i) => Post(item, members.GetValueOrDefault((item.Platform, item.AccountId)), item.Time - evidence[0].Time, marks[i]));
        return new(kind, value, evidence.Select(item => (item.Platform, item.AccountId)).Distinct().Count(), [.. posts]);
    }

    private static SharedPost Post(Evidence evidence, Member? author, TimeSpan after, IReadOnlyList<Range> marks) =>
        new(evidence, author?.Handle, after, marks);
}
