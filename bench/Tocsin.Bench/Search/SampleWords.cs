using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Bench.Search;

/// <summary>Words to seek.</summary>
internal static class SampleWords
{
    /// <summary>Words as they come in the newest posts, common and rare ones, with the share of posts that hold them, the most common first.</summary>
    public static List<(string Word, double Share)> Of(DuckDbLake lake)
    {
        var cut = new SearchWords();
        var words = new HashSet<string>();
        foreach (var post in lake.Hunt.Run(HuntQuery.Parse("kind:post"), null, 60).Posts)
        {
            cut.Cut(post.Event.Text ?? "");
            words.UnionWith(cut.Tokens.Select(token => cut[token].ToString()));
        }
        var all = (double)lake.Search.State.Indexed;
        return [.. words.Where(word => HuntQuery.TryParse(word, out _, out _)).Take(300)
            .Select(word => (word, lake.Hunt.Chart(HuntQuery.Parse(word), null).Total / all)).OrderByDescending(word => word.Item2)];
    }
}
