using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>The plainest shape there is, and the one to export to: id, account, ts, text, is_repost, hashtags[], urls[]; more is optional.</summary>
internal sealed class PostsFormat : IFormat
{
    public string Name => "posts";

    public string Title => "plain posts: id, account, ts, text";

    public int Score(Fields row) => row.HasAll("account", "ts", "text") ? 95 : row.HasAll("account", "ts") ? 60 : 0;

    public void Read(Fields row, Sink sink)
    {
        var draft = new Draft(row.Text("platform") ?? Name)
        {
            Id = row.Text("id"),
            Account = row.Text("account"),
            Time = row.Text("ts"),
            Text = row.Text("text"),
            Language = row.Text("language"),
            Kind = row.Flag("is_repost") ? EventKind.Repost : EventKind.Post,
            Handle = row.Text("handle"),
            DisplayName = row.Text("name"),
            CreatedAt = row.Time("account_created"),
        };
        draft.Carry(ObservableKind.Hashtag, row.List("hashtags"));
        draft.Carry(ObservableKind.Url, row.List("urls"));
        draft.Carry(ObservableKind.Mention, row.List("mentions"));
        draft.Carry(ObservableKind.Media, row.List("media"));
        draft.ReplyTo(row.Text("reply_to"));
        draft.QuoteOf(row.Text("quote_of"));
        draft.RepostOf(row.Text("repost_of"));
        sink.Add(row, draft);
    }
}
