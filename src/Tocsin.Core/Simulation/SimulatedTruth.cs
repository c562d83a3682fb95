using Tocsin.Core.Detection.Evaluation;
using Tocsin.Core.Events;

namespace Tocsin.Core.Simulation;

/// <summary>An account of the simulated world; <see cref="Id"/> is unique over all its platforms.</summary>
public readonly record struct SimulatedAccount(string Platform, string Id)
{
    public ulong Key => Keys.Of(Platform, Id);
}

/// <summary>An operation somebody planted.</summary>
/// <param name="Id">Unique within the world.</param>
/// <param name="Kind">One of <see cref="OperationKind"/>.</param>
/// <param name="Accounts">Every member that acted at least once.</param>
/// <param name="Shielded">Why behaviour alone cannot tell this operation from chance; null when it can be found.</param>
public sealed record PlantedOperation(string Id, string Kind, IReadOnlyList<SimulatedAccount> Accounts, string? Shielded)
{
    /// <summary>Whether a detector that sees only public behaviour can be asked to find it.</summary>
    public bool OpenToDetection => Shielded is null;

    /// <summary>For <see cref="NetworkMatching"/>.</summary>
    public AccountGroup AsGroup() => new(Id, Accounts.Select(account => account.Key).ToHashSet());
}

/// <summary>
/// Accounts that do things together for innocent reasons, of one <see cref="BenignKind"/>. An account can be in several groups.
/// </summary>
public sealed record BenignGroup(string Id, string Kind, IReadOnlyList<SimulatedAccount> Accounts);

/// <summary>What is true of a simulated world; never part of its events.</summary>
public sealed record SimulatedTruth(
    IReadOnlyList<PlantedOperation> Operations,
    IReadOnlyList<BenignGroup> Groups,
    IReadOnlyDictionary<SimulatedAccount, int> Posts)
{
    /// <summary>
    /// One row per account that acted: <c>io</c> with the operation's kind and id, or <c>organic</c> with its benign
    /// group's. Of several groups the first planted counts; of none, the subtype is <c>ordinary</c>.
    /// </summary>
    public IReadOnlyList<AccountLabel> Labels()
    {
        var rows = new Dictionary<SimulatedAccount, AccountLabel>();
        foreach (var operation in Operations)
            foreach (var account in operation.Accounts)
                rows.TryAdd(account, new(account.Id, "io", operation.Kind, operation.Id, Posts[account]));
        foreach (var group in Groups)
            foreach (var account in group.Accounts)
                rows.TryAdd(account, new(account.Id, "organic", group.Kind, group.Id, Posts[account]));
        foreach (var (account, posts) in Posts)
            rows.TryAdd(account, new(account.Id, "organic", BenignKind.Ordinary, "", posts));
        return [.. rows.Values.OrderBy(row => row.Account, StringComparer.Ordinal)];
    }
}

/// <summary>The kinds of planted operation.</summary>
public static class OperationKind
{
    public const string CopyPaste = "copy_paste";
    public const string LinkFarm = "link_farm";
    public const string HashtagPush = "hashtag_push";
    public const string RepostRing = "repost_ring";
    public const string ReplyBrigade = "reply_brigade";
    public const string PersonaFarm = "persona_farm";
    public const string SlowDrip = "slow_drip";
    public const string CrossPlatform = "cross_platform";
    public const string ScamFunnel = "scam_funnel";
}

/// <summary>The kinds of innocent togetherness, used as subtype of <c>organic</c> labels.</summary>
public static class BenignKind
{
    public const string Ordinary = "ordinary";
    public const string NewsBurst = "news_burst";
    public const string LiveEvent = "live_event";
    public const string Fandom = "fandom";
    public const string Newsroom = "newsroom";
    public const string Party = "party";
    public const string Bot = "bot_benign";
    public const string Friends = "friends";
}
