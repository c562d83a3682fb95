using Tocsin.Core.Events;

namespace Tocsin.Lake.Import.Formats;

/// <summary>
/// Co-sharing tables, in the shape of CooRTweet (object_id, account_id, content_id, timestamp_share) and with a column
/// per kind of object (url_id, hashtag_id, domain_id, phash_id), whose numbers become url17, hashtag17 and so on: a bare
/// number would read as an address. A row is a share; one post can have several.
/// </summary>
internal sealed class CoShareFormat : IFormat
{
    private static readonly (string Column, string Prefix, ObservableKind Kind)[] Kinds =
    [
        ("object_id", "", ObservableKind.Object),
        ("url_id", "url", ObservableKind.Url),
        ("hashtag_id", "hashtag", ObservableKind.Hashtag),
        ("domain_id", "domain", ObservableKind.Domain),
        ("phash_id", "phash", ObservableKind.Media),
    ];

    public string Name => "coshare";

    public string Title => "co-sharing table: account_id, timestamp_share and an object_id, or url_id, hashtag_id, domain_id, phash_id";

    public int Score(Fields row) =>
        row.HasAll("object_id", "account_id") && row.HasAny("timestamp_share", "timestamp") ? 100
        : row.HasAll("account_id", "timestamp") && row.HasAny("url_id", "hashtag_id", "domain_id", "phash_id") ? 95
        : 0;

    public void Read(Fields row, Sink sink)
    {
        var draft = new Draft(Name)
        {
            Account = row.Text("account_id"),
            Time = row.Text("timestamp_share") ?? row.Text("timestamp"),
            Kind = EventKind.Share,
            RowPrefix = row.Text("content_id") ?? row.Text("post_id") ?? "row",
        };
        foreach (var (column, prefix, kind) in Kinds)
            draft.Carry(kind, row.Text(column) is { } id ? prefix + id : null);
        sink.Add(row, draft);
    }
}
