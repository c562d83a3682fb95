using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>What a post carries that others may carry too, read from the post itself.</summary>
internal static class PostObservables
{
    /// <summary>Kinds worth a chip, the most telling first. A link's domain stands for it; fingerprints of texts say nothing to people.</summary>
    private static readonly ObservableKind[] Told =
    [
        ObservableKind.Wallet, ObservableKind.Phone, ObservableKind.Email, ObservableKind.Invite, ObservableKind.Domain, ObservableKind.Hashtag,
        ObservableKind.Mention, ObservableKind.ReplyTarget, ObservableKind.RepostTarget, ObservableKind.QuoteTarget, ObservableKind.Emoji,
        ObservableKind.Object,
    ];

    public static IReadOnlyList<Observable> Of(Event post)
    {
        var author = new AccountProfile { Platform = post.Platform, Id = post.AccountId };
        return [.. ObservableExtractor.Enrich(new IncomingEvent(post, author, [])).Observables
            .Where(observable => Told.Contains(observable.Kind)).OrderBy(observable => Array.IndexOf(Told, observable.Kind))];
    }
}
