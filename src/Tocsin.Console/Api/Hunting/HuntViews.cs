using Tocsin.Core.Events;
using Tocsin.Lake.Hunting;
using Tocsin.Lake.Search;

namespace Tocsin.Console.Api.Hunting;

/// <summary>A post, or another event, as it was published: treat its text as hostile.</summary>
/// <param name="Key">The lake's key of it.</param>
/// <param name="Account">The lake's key of who acted.</param>
/// <param name="Target">What it replies to, reposts, quotes, likes or follows.</param>
public sealed record PostView(
    ulong Key, string Platform, string Id, ulong Account, string AccountId, string? Handle, string? DisplayName, DateTimeOffset Time, EventKind Kind,
    string? Text, string? Language, string? Target)
{
    internal static PostView Of(Post post) => new(
        post.Key, post.Event.Platform, post.Event.Id, post.Event.AccountKey, post.Event.AccountId, post.Handle, post.DisplayName, post.Event.Time, post.Event.Kind,
        post.Event.Text, post.Event.Language, post.Event.TargetId);
}

/// <summary>How many events a hunt finds over time.</summary>
/// <param name="Seconds">Length of each bucket.</param>
/// <param name="Total">All that was found.</param>
public sealed record ChartView(double Seconds, long Total, IReadOnlyList<HuntBucket> Buckets);

/// <summary>The values seen most.</summary>
/// <param name="Events">Events found in the range.</param>
/// <param name="EventsBefore">Events found in as long a time before; null where the range has no beginning.</param>
/// <param name="Share">The share of events that was looked at; below 1, counts are estimates.</param>
public sealed record TopView(string Field, long Events, long? EventsBefore, double Share, IReadOnlyList<TopValue> Values);

/// <summary>One value.</summary>
/// <param name="Shown">For people.</param>
/// <param name="Now">Events that carry it.</param>
/// <param name="Before">Events that carried it in as long a time before.</param>
/// <param name="Accounts">Different accounts behind them.</param>
/// <param name="Query">Finds them.</param>
public sealed record TopValue(string Value, string Shown, long Now, long? Before, long Accounts, string Query);

/// <summary>How much of the lake can be searched.</summary>
/// <param name="Indexed">Events in the index.</param>
/// <param name="Events">Events in the lake.</param>
/// <param name="Behind">Whether some are not found yet.</param>
public sealed record SearchView(long Indexed, long Events, bool Behind)
{
    internal static SearchView Of(SearchState state) => new(state.Indexed, state.Events, state.IsBehind);
}
