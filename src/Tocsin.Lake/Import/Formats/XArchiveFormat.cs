using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// The CSVs of X's (Twitter's) information-operations releases, 2018 to 2021, 31 columns from tweetid to poll_choices.
/// Times are UTC to the minute; mirrors write "absent" into empty cells.
/// </summary>
internal sealed class XArchiveFormat : IFormat
{
    public string Name => "x-archive";

    public string Title => "X information-operations release: tweetid, userid, tweet_time, tweet_text";

    public int Score(Fields row) => row.HasAll("tweetid", "userid", "tweet_time") ? 100 : 0;

    public void Read(Fields row, Sink sink)
    {
        var draft = new Draft("x")
        {
            Id = row.Text("tweetid"),
            Account = row.Text("userid"),
            Time = row.Text("tweet_time"),
            Text = row.Text("tweet_text"),
            Language = Given(row, "tweet_language"),
            Handle = Given(row, "user_screen_name"),
            DisplayName = Given(row, "user_display_name"),
            Bio = Given(row, "user_profile_description"),
            CreatedAt = row.Time("account_creation_date"),
            Followers = row.Number("follower_count"),
            Following = row.Number("following_count"),
            Kind = row.Flag("is_retweet") ? EventKind.Repost : EventKind.Post,
        };
        draft.Carry(ObservableKind.Hashtag, row.List("hashtags"));
        draft.Carry(ObservableKind.Url, row.List("urls"));
        draft.Carry(ObservableKind.Mention, row.List("user_mentions"));
        draft.ReplyTo(Given(row, "in_reply_to_tweetid"));
        draft.QuoteOf(Given(row, "quoted_tweet_tweetid"));
        draft.RepostOf(Given(row, "retweet_tweetid"));
        sink.Add(row, draft);
    }

    private static string? Given(Fields row, string name) => row.Text(name) is { } text and not "absent" ? text : null;
}
