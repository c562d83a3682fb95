using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// TikTok Research API: videos (query/) and comments (comment/list/), as responses or one object per record. The API does
/// not say who commented, so each comment stands as an account of its own: no tie can come from it.
/// </summary>
internal sealed class TikTokFormat : IFormat
{
    public string Name => "tiktok-research";

    public string Title => "TikTok Research API: videos (video_description, username) and comments (video_id)";

    public IReadOnlyList<string> Containers => ["data.videos", "data.comments"];

    public int Score(Fields row) =>
        !row.HasAll("id", "create_time") ? 0
        : row.HasAny("video_description", "music_id", "hashtag_names", "voice_to_text") ? 100
        : row.HasAll("video_id", "text") ? 90
        : 0;

    public void Read(Fields row, Sink sink)
    {
        var draft = new Draft("tiktok")
        {
            Id = row.Text("id"),
            Account = row.Text("username"),
            Handle = row.Text("username"),
            Time = row.Text("create_time"),
        };
        if (row.Has("video_id"))
            Comment(draft, row);
        else
            Video(draft, row);
        sink.Add(row, draft);
    }

    private static void Video(Draft draft, Fields row)
    {
        draft.Kind = EventKind.Video;
        draft.Text = row.Text("video_description");
        draft.Carry(ObservableKind.Hashtag, row.List("hashtag_names"));
        draft.Carry(ObservableKind.Mention, row.List("video_mention_list"));
        draft.Carry(ObservableKind.Sound, row.Text("music_id"));
    }

    private static void Comment(Draft draft, Fields row)
    {
        var video = row.Text("video_id");
        draft.Account ??= $"comment:{draft.Id}";
        draft.Text = row.Text("text");
        draft.Carry(ObservableKind.Video, video);
        draft.ReplyTo(row.Text("parent_comment_id") ?? video);
    }
}
