using System.Runtime.InteropServices;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Posts;

/// <summary>Finds posts whose text may be nearly the same as another's, as numbers of events, the likeliest first.</summary>
internal sealed class TextCandidates(Connection connection, PostSearch search, CancellationToken cancel)
{
    private const int MostCandidates = 1_500;
    private const int MostWords = 40;

    // Of a word that more posts hold, the newest count.
    private const int MostPostsPerWord = 5_000;

    public IReadOnlyCollection<long> For(ulong eventKey, string text)
    {
        var candidates = new HashSet<long>();
        foreach (var (kind, value) in TextsOf(eventKey))
            candidates.UnionWith(SearchPlan.RowsWith(connection, kind, value).TakeLast(MostCandidates));
        foreach (var row in ByWords(text))
        {
            if (candidates.Count >= 2 * MostCandidates)
                break;
            candidates.Add(row);
        }
        return candidates;
    }

    private List<(ObservableKind Kind, ulong Value)> TextsOf(ulong eventKey)
    {
        var texts = new List<(ObservableKind, ulong)>();
        using var rows = connection.Query(
            "SELECT kind, value_key FROM observables WHERE event = ? AND kind IN (?, ?)",
            [eventKey, (int)ObservableKind.Text, (int)ObservableKind.NearText], cancel);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                texts.Add((chunk[0].Values<ObservableKind>()[i], chunk[1].Values<ulong>()[i]));
        }
        return texts;
    }

    // Every word votes for the posts that hold it, with the more weight the rarer it is.
    private IEnumerable<long> ByWords(string text)
    {
        var votes = new Dictionary<long, double>();
        foreach (var (rows, weight) in PostsByWord(text))
        {
            foreach (var row in rows)
                CollectionsMarshal.GetValueRefOrAddDefault(votes, row, out _) += weight;
        }
        return votes.OrderByDescending(vote => vote.Value).ThenByDescending(vote => vote.Key).Take(MostCandidates).Select(vote => vote.Key);
    }

    private IEnumerable<(List<long> Rows, double Weight)> PostsByWord(string text)
    {
        var words = new SearchWords();
        words.Cut(text);
        return words.Tokens.Select(token => words[token].ToString()).Distinct().OrderByDescending(word => word.Length).Take(MostWords)
            .Select(word => search.Holding(word, MostPostsPerWord, cancel))
            .Select(rows => (rows, 1 / Math.Log(2 + rows.Count)));
    }
}
