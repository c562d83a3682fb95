using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// Events of Bluesky's Jetstream: posts, reposts, likes and follows as they are created. The time is when the network
/// saw it (time_us), because createdAt is whatever the client claims. Deletions, edits, profiles and identity
/// messages carry no event and are skipped.
/// </summary>
internal sealed class BlueskyFormat : IFormat
{
    private const string Post = "app.bsky.feed.post";

    public string Name => "bluesky";

    public string Title => "Bluesky Jetstream: did, time_us, kind, commit";

    public int Score(Fields row) => row.HasAll("did", "time_us") && row.HasAny("kind", "commit") ? 100 : 0;

    public void Read(Fields row, Sink sink)
    {
        var commit = row.Object("commit");
        if (commit is null || commit.Text("operation") is not "create" || KindOf(commit.Text("collection")) is not { } kind)
        {
            sink.Skip();
            return;
        }
        var did = row.Text("did");
        var draft = new Draft("bluesky")
        {
            Id = Uri(did, commit),
            Account = did,
            Time = row.Text("time_us") ?? commit.Object("record")?.Text("createdAt"),
            Kind = kind,
        };
        if (commit.Object("record") is { } record)
            Fill(draft, record);
        sink.Add(row, draft);
    }

    private static EventKind? KindOf(string? collection) => collection switch
    {
        Post => EventKind.Post,
        "app.bsky.feed.repost" => EventKind.Repost,
        "app.bsky.feed.like" => EventKind.Like,
        "app.bsky.graph.follow" => EventKind.Follow,
        _ => null,
    };

    private static string? Uri(string? did, Fields commit) =>
        did is not null && commit.Text("rkey") is { } key ? $"at://{did}/{commit.Text("collection")}/{key}" : null;

    private static void Fill(Draft draft, Fields record)
    {
        switch (draft.Kind)
        {
            case EventKind.Repost:
                draft.RepostOf(record.Object("subject")?.Text("uri"));
                break;
            case EventKind.Like:
                draft.TargetId = record.Object("subject")?.Text("uri");
                break;
            case EventKind.Follow:
                draft.TargetId = record.Text("subject");
                break;
            default:
                FillPost(draft, record);
                break;
        }
    }

    private static void FillPost(Draft draft, Fields record)
    {
        draft.Text = record.Text("text");
        draft.Language = record.List("langs").FirstOrDefault();
        draft.Carry(ObservableKind.Hashtag, record.List("tags"));
        foreach (var feature in record.Objects("facets").SelectMany(facet => facet.Objects("features")))
            Facet(draft, feature);
        draft.ReplyTo(record.Object("reply")?.Object("parent")?.Text("uri"));
        if (record.Object("embed") is { } embed)
            Embed(draft, embed);
    }

    private static void Facet(Draft draft, Fields feature)
    {
        draft.Carry(ObservableKind.Url, feature.Text("uri"));
        draft.Carry(ObservableKind.Hashtag, feature.Text("tag"));
        draft.Carry(ObservableKind.Mention, feature.Text("did"));
    }

    /// <summary>External links, images and video, a quoted record, or a quoted record with media.</summary>
    private static void Embed(Draft draft, Fields embed)
    {
        draft.Carry(ObservableKind.Url, embed.Object("external")?.Text("uri"));
        foreach (var image in embed.Objects("images"))
            draft.Carry(ObservableKind.Media, Blob(image.Object("image")));
        draft.Carry(ObservableKind.Video, Blob(embed.Object("video")));
        var quoted = embed.Object("record");
        draft.QuoteOf(quoted?.Text("uri") ?? quoted?.Object("record")?.Text("uri"));
        if (embed.Object("media") is { } media && !media.Has("media"))
            Embed(draft, media);
    }

    /// <summary>A blob's content id: a hash of its bytes, so the same picture is the same id.</summary>
    private static string? Blob(Fields? blob) => blob?.Object("ref")?.Text("$link");
}
