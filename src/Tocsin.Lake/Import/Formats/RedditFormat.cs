using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// Reddit submissions and comments as Pushshift dumped them. Ids bear Reddit's type prefix (t3_ submission, t1_ comment).
/// Rows whose author is deleted say nothing about who acted and are skipped.
/// </summary>
internal sealed class RedditFormat : IFormat
{
    public string Name => "reddit";

    public string Title => "Reddit (Pushshift): author, created_utc and title or body";

    public IReadOnlyList<string> Containers => ["data"];

    public int Score(Fields row) =>
        row.HasAll("author", "created_utc") && (row.HasAll("body", "link_id") || row.HasAll("title", "subreddit")) ? 100 : 0;

    public void Read(Fields row, Sink sink)
    {
        if (row.Text("author") is "[deleted]")
        {
            sink.Skip();
            return;
        }
        var draft = new Draft("reddit")
        {
            Account = row.Text("author"),
            Handle = row.Text("author"),
            Time = row.Text("created_utc"),
            CreatedAt = row.Time("author_created_utc"),
        };
        if (row.Has("body"))
            Comment(draft, row);
        else
            Submission(draft, row);
        sink.Add(row, draft);
    }

    private static void Comment(Draft draft, Fields row)
    {
        draft.Id = Prefixed("t1_", row.Text("id"));
        draft.Text = Kept(row.Text("body"));
        draft.ReplyTo(row.Text("parent_id") ?? row.Text("link_id"));
    }

    private static void Submission(Draft draft, Fields row)
    {
        draft.Id = Prefixed("t3_", row.Text("id"));
        draft.Text = Kept(row.Text("selftext")) is { } body ? $"{row.Text("title")}\n\n{body}" : row.Text("title");
        draft.RepostOf(row.Text("crosspost_parent"));
        if (!row.Flag("is_self"))
            draft.Carry(ObservableKind.Url, row.Text("url"));
    }

    private static string? Prefixed(string prefix, string? id) =>
        id is null || id.StartsWith(prefix, StringComparison.Ordinal) ? id : prefix + id;

    private static string? Kept(string? text) => text is "[removed]" or "[deleted]" ? null : text;
}
