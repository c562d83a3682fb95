using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// Mastodon statuses as the API gives them. Ids and handles count per server, so where present the ActivityPub
/// addresses are the ids: the same status seen from two servers is one event.
/// </summary>
internal sealed class MastodonFormat : IFormat
{
    public string Name => "mastodon";

    public string Title => "Mastodon statuses: account, content, created_at";

    public IReadOnlyList<string> Containers => ["statuses"];

    public int Score(Fields row) =>
        row.HasAll("id", "content", "created_at") && row.Object("account") is { } account && account.HasAny("acct", "username") ? 100 : 0;

    public void Read(Fields row, Sink sink)
    {
        var draft = new Draft("mastodon")
        {
            Id = row.Text("uri") ?? row.Text("id"),
            Time = row.Text("created_at"),
            Language = row.Text("language"),
        };
        if (row.Object("account") is { } account)
            Author(draft, account);
        var reblog = row.Object("reblog");
        Content(draft, reblog ?? row);
        draft.ReplyTo(row.Text("in_reply_to_id"));
        draft.QuoteOf(Quoted(row.Object("quote")));
        draft.RepostOf(reblog?.Text("uri") ?? reblog?.Text("id"));
        sink.Add(row, draft);
    }

    private static void Author(Draft draft, Fields account)
    {
        draft.Account = account.Text("uri") ?? account.Text("url") ?? account.Text("id");
        draft.Handle = account.Text("acct") ?? account.Text("username");
        draft.DisplayName = account.Text("display_name");
        draft.Bio = HtmlText.Plain(account.Text("note"));
        draft.CreatedAt = account.Time("created_at");
        draft.Followers = account.Number("followers_count");
        draft.Following = account.Number("following_count");
    }

    private static void Content(Draft draft, Fields status)
    {
        var html = status.Text("content");
        draft.Text = HtmlText.Plain(html);
        draft.Carry(ObservableKind.Url, HtmlText.Links(html));
        draft.Carry(ObservableKind.Url, status.Object("card")?.Text("url"));
        draft.Carry(ObservableKind.Hashtag, status.Objects("tags").Select(tag => tag.Text("name")));
        draft.Carry(ObservableKind.Mention, status.Objects("mentions").Select(mention => mention.Text("acct")));
        draft.Carry(ObservableKind.Media, status.Objects("media_attachments").Select(Media));
    }

    private static string? Media(Fields attachment) => attachment.Text("remote_url") ?? attachment.Text("url") ?? attachment.Text("id");

    private static string? Quoted(Fields? quote) =>
        quote?.Object("quoted_status")?.Text("uri") ?? quote?.Object("quoted_status")?.Text("id") ?? quote?.Text("quoted_status_id");
}
