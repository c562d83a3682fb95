namespace Tocsin.Lake.Import.Formats;

/// <summary>The formats there are. To add one: write it, name it here, give it an example and a row in docs/formats.md.</summary>
internal static class FormatCatalog
{
    public const string Generic = "generic";

    public static IReadOnlyList<IFormat> All { get; } =
    [
        new EventFormat(),
        new PostsFormat(),
        new CoShareFormat(),
        new XArchiveFormat(),
        new XApiFormat(),
        new BlueskyFormat(),
        new MastodonFormat(),
        new RedditFormat(),
        new TelegramFormat(),
        new TikTokFormat(),
    ];
}
