using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Settings of coordination detection. The defaults are fitted to nothing: windows follow how fast people can
/// act on what they see, the rest is convention.</summary>
public sealed record CoordinationOptions
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public IReadOnlyList<Trace> Traces { get; init; } =
    [
        new(ObservableKind.Hashtag, Minute, 5 * Minute, Hour),
        new(ObservableKind.NearText, Hour, 3 * Day),
        new(ObservableKind.RepostTarget, 10 * Minute, Day),
        new(ObservableKind.QuoteTarget, 10 * Minute, Day),
        new(ObservableKind.ReplyTarget, 10 * Minute, Hour),
        new(ObservableKind.Url, 10 * Minute, Hour, Day),
        new(ObservableKind.Domain, 10 * Minute, Hour),
        new(ObservableKind.Mention, 10 * Minute),
        new(ObservableKind.Media, Hour, Day),
        new(ObservableKind.Sound, 10 * Minute, Hour),
        new(ObservableKind.Video, 10 * Minute, Day),
        new(ObservableKind.Emoji, 10 * Minute),
        new(ObservableKind.Object, Minute, Hour),
        new(ObservableKind.Wallet, Day, 30 * Day),
        new(ObservableKind.Phone, Day, 30 * Day),
        new(ObservableKind.Email, Day, 30 * Day),
        new(ObservableKind.Invite, Hour, 7 * Day),
        new(ObservableKind.Device, Hour, 7 * Day),
        new(ObservableKind.Ip, Hour, Day),
    ];

    /// <summary>Share of ties that may be chance among those kept (Benjamini and Hochberg, over all pairs of accounts).</summary>
    public double FalseDiscoveryRate { get; init; } = 0.01;

    /// <summary>A tie needs at least this many co-actions of one kind.</summary>
    public int MinCoactions { get; init; } = 2;

    public int MinMembers { get; init; } = 3;

    /// <summary>Most co-actions looked at per trace and window. Beyond it the most popular values are left out, counted and
    /// reported. Bounds memory: about 60 bytes each.</summary>
    public long MaxCoactions { get; init; } = 40_000_000;
}
