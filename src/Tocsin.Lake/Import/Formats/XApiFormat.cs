using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// X API v2: pages of <c>data</c> with <c>includes</c> (as the API and twarc2 write them), or one post per record
/// (flattened: the author stands in <c>author</c>). Posts under <c>includes.tweets</c> are context, not events.
/// </summary>
internal sealed class XApiFormat : IFormat
{
    public string Name => "x-api";

    public string Title => "X API v2: data with includes, or single posts with author_id";

    /// <summary>For one document larger than a record may be; its includes are lost then.</summary>
    public IReadOnlyList<string> Containers => ["data"];

    public int Score(Fields row) =>
        row.Objects("data").FirstOrDefault() is { } first ? ScorePost(first) : ScorePost(row);

    public void Read(Fields row, Sink sink)
    {
        var users = row.Object("includes")?.Objects("users").Where(user => user.Has("id")).DistinctBy(user => user.Text("id"))
            .ToDictionary(user => user.Text("id") ?? string.Empty) ?? [];
        if (!row.Has("data"))
            Post(row, users, sink);
        foreach (var post in row.Objects("data"))
            Post(post, users, sink);
    }

    private static int ScorePost(Fields post) =>
        post.HasAll("id", "text", "author_id") ? 95
        : post.HasAll("id", "text") && post.HasAny("edit_history_tweet_ids", "public_metrics", "conversation_id") ? 80
        : 0;

    private static void Post(Fields post, Dictionary<string, Fields> users, Sink sink)
    {
        var draft = new Draft("x")
        {
            Id = post.Text("id"),
            Account = post.Text("author_id"),
            Time = post.Text("created_at"),
            Text = post.Object("note_tweet")?.Text("text") ?? post.Text("text"),
            Language = post.Text("lang"),
        };
        Author(draft, post.Object("author") ?? users.GetValueOrDefault(draft.Account ?? string.Empty));
        Entities(draft, post);
        foreach (var reference in post.Objects("referenced_tweets").OrderBy(Precedence))
            Refer(draft, reference);
        sink.Add(post, draft);
    }

    private static void Author(Draft draft, Fields? user)
    {
        if (user is null)
            return;
        draft.Handle = user.Text("username");
        draft.DisplayName = user.Text("name");
        draft.Bio = user.Text("description");
        draft.CreatedAt = user.Time("created_at");
        draft.Followers = user.Object("public_metrics")?.Number("followers_count");
        draft.Following = user.Object("public_metrics")?.Number("following_count");
    }

    private static void Entities(Draft draft, Fields post)
    {
        draft.Carry(ObservableKind.Media, post.Object("attachments")?.List("media_keys") ?? []);
        if (post.Object("entities") is not { } entities)
            return;
        draft.Carry(ObservableKind.Hashtag, entities.Objects("hashtags").Select(tag => tag.Text("tag")));
        draft.Carry(ObservableKind.Mention, entities.Objects("mentions").Select(mention => mention.Text("username")));
        draft.Carry(ObservableKind.Url, entities.Objects("urls").Where(url => !url.Has("media_key"))
            .Select(url => url.Text("unwound_url") ?? url.Text("expanded_url") ?? url.Text("url")));
    }

    /// <summary>A repost is a repost before all else, then a quote, then a reply; the last one applied wins.</summary>
    private static int Precedence(Fields reference) =>
        reference.Text("type") switch { "replied_to" => 0, "quoted" => 1, _ => 2 };

    private static void Refer(Draft draft, Fields reference)
    {
        var target = reference.Text("id");
        switch (reference.Text("type"))
        {
            case "retweeted":
                draft.RepostOf(target);
                break;
            case "quoted":
                draft.QuoteOf(target);
                break;
            case "replied_to":
                draft.ReplyTo(target);
                break;
        }
    }
}
