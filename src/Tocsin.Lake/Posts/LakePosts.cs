using Tocsin.Core.Detection.NearText;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Hunting;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Posts;

/// <summary>What the lake tells of one post.</summary>
public sealed class LakePosts
{
    private const double LeastSimilarity = 0.5;

    private readonly Database _lake;
    private readonly PostSearch _search;

    internal LakePosts(Database lake, PostSearch search) => (_lake, _search) = (lake, search);

    /// <summary>A post with its author's names; null when the lake does not hold it.</summary>
    public Post? Find(ulong eventKey)
    {
        using var connection = _lake.Connect();
        return Find(connection, eventKey);
    }

    /// <summary>
    /// Posts with nearly the same text, the most similar first, then the newest. Compared are those that a scan put into one
    /// cluster with it, those whose text is the same, and those that share most of its words; reposts, which repeat by nature, are not.
    /// </summary>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<NearDuplicate> NearDuplicates(ulong eventKey, int limit, CancellationToken cancel = default)
    {
        using var connection = _lake.Connect();
        using var snapshot = connection.Begin();
        if (Find(connection, eventKey) is not { Event.Text: { Length: > 0 } text } post)
            return [];
        var rows = new TextCandidates(connection, _search, cancel).For(eventKey, text);
        var likeness = new TextLikeness(text);
        return [.. PostReader.Read(connection, rows)
            .Where(other => other.Key != post.Key && other.Event is { Kind: not EventKind.Repost, Text: not null })
            .Select(other => (Post: other, Similarity: likeness.To(other.Event.Text!)))
            .Where(other => other.Similarity >= LeastSimilarity)
            .OrderByDescending(other => other.Similarity).ThenByDescending(other => other.Post.Event.Time).ThenBy(other => other.Post.Key)
            .Take(limit)
            .Select(other => new NearDuplicate(other.Post, other.Similarity, TextDifference.Between(text, other.Post.Event.Text!)))];
    }

    private static Post? Find(Connection connection, ulong eventKey)
    {
        using var rows = connection.Query("SELECT rowid FROM events WHERE key = ?", eventKey);
        var place = rows.Read(out var chunk) && chunk.Count > 0 ? chunk[0].Values<long>()[0] : -1;
        return place < 0 ? null : PostReader.Read(connection, [place]).SingleOrDefault();
    }
}

/// <summary>A post whose text is nearly that of another.</summary>
/// <param name="Similarity">0.5 to 1 (<see cref="TextLikeness"/>).</param>
/// <param name="Difference">How the other's text becomes this one's.</param>
public sealed record NearDuplicate(Post Post, double Similarity, IReadOnlyList<TextPiece> Difference);
