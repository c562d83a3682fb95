using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.NearText;
using Tocsin.Core.Events;
using Tocsin.Core.Tests.Events.Text;

namespace Tocsin.Core.Tests.Detection.NearText;

public class NearTextClustersTests
{
    private static readonly string[] Vocabulary = [.. Words(new Random(1), 400)];

    [Fact]
    public void Copies_of_a_template_are_one_cluster()
    {
        var ids = Ids(
            "Hi @anna! You won $500 today, claim your prize now at https://a.example/x1",
            "hi @bob - you won $2500 TODAY: claim y0ur prize now at b.example/zz",
            "Hi @carol! You won $75 today, claim your big prize now at https://c.example/3",
            "The council meets on Tuesday to talk about the new bridge over the river");
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(ids[0], ids[2]);
        Assert.Null(ids[3]);
    }

    [Fact]
    public void Scripts_without_spaces_cluster_too()
    {
        var ids = Ids(
            "今天股市大涨，加老师微信领取内部消息，名额有限赶快行动，错过今天再等一年",
            "今天股市大涨，加老师微信领取内部消息，名额有限马上行动，错过今天再等一年",
            "周末我们全家一起去公园划船，天气非常好，孩子们玩得很开心，晚上回家吃饭");
        Assert.NotNull(ids[0]);
        Assert.Equal(ids[0], ids[1]);
        Assert.Null(ids[2]);
    }

    [Fact]
    public void Short_texts_are_not_compared() => Assert.All(Ids("good morning", "good morning", "lol 12", "lol 13"), Assert.Null);

    [Fact]
    public void A_chain_of_small_steps_does_not_join_strangers()
    {
        var words = Words(new Random(2), 80);
        var drift = Enumerable.Range(0, 60).Select(i => string.Join(' ', words[i..(i + 20)])).ToArray();
        var ids = Ids(drift);
        Assert.NotEqual(ids[0], ids[^1]);
        Assert.True(ids.Distinct().Count() >= 4);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Against_all_pairs_it_misses_little_and_invents_nothing(int seed)
    {
        var texts = Corpus(new Random(seed), bases: 60, copies: 8, divisor: 6);
        var sets = texts.Select(Set).ToArray();
        var ids = Ids(texts);
        int near = 0, found = 0, far = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var similarity = (double)sets[i].Intersect(sets[j]).Count() / sets[i].Union(sets[j]).Count();
                var together = ids[i] is not null && ids[i] == ids[j];
                near += similarity >= 0.8 ? 1 : 0;
                found += similarity >= 0.8 && together ? 1 : 0;
                far += similarity < 0.3 && together ? 1 : 0;
            }
        }

        Assert.True(near > 300, $"{near} near pairs: the corpus does not test anything");
        Assert.True(found >= 0.95 * near, $"{found} of {near}");
        Assert.Equal(0, far);
    }

    [Fact]
    public void Two_texts_meet_exactly_from_the_threshold_on()
    {
        var everyPair = Corpus(new Random(22), bases: 300, copies: 1).Select((text, i) => (A: text, B: Edited(text, i)));
        int near = 0, found = 0, below = 0;
        foreach (var (a, b) in everyPair)
        {
            var similarity = Similarity(a, b);
            var together = Ids(a, b)[0] is not null;
            near += similarity >= 0.8 ? 1 : 0;
            found += similarity >= 0.8 && together ? 1 : 0;
            below += similarity < 0.7 ? 1 : 0;
            Assert.False(together && similarity < 0.7, $"{similarity}: {a} | {b}");
        }

        Assert.True(near > 50 && below > 50);
        Assert.True(found >= 0.95 * near, $"{found} of {near}");
    }

    [Fact]
    public void Every_member_is_like_the_one_that_stands_for_its_cluster()
    {
        var texts = Corpus(new Random(5), bases: 80, copies: 10);
        var ids = Ids(texts);
        foreach (var cluster in Enumerable.Range(0, texts.Length).Where(i => ids[i] is not null).GroupBy(i => ids[i]))
        {
            // Two steps of at most 0.4 in Jaccard distance, which is a metric.
            Assert.All(cluster, i => Assert.True(Similarity(texts[i], texts[cluster.First()]) >= 0.2));
        }
    }

    [Fact]
    public void The_same_texts_give_the_same_clusters()
    {
        var texts = Corpus(new Random(9), bases: 200, copies: 5);
        Assert.Equal(Ids(texts), Ids(texts));
    }

    [Fact]
    public void A_cluster_keeps_its_id_when_more_texts_follow()
    {
        var texts = Corpus(new Random(4), bases: 20, copies: 6);
        var before = Ids(texts[..60]);
        var after = Ids(texts);
        Assert.All(Enumerable.Range(0, 60).Where(i => before[i] is not null && Array.IndexOf(before, before[i]) == i),
            i => Assert.NotNull(after[i]));
        Assert.Contains(before.OfType<string>().Distinct(), after.Contains);
    }

    [Fact]
    public void Any_texts_cluster_without_fail() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Texts.Hostile.Generator.ArrayOf().ToArbitrary(), texts => Ids(texts).Length == texts.Length));

    [Fact]
    public void The_result_says_how_much_was_compared()
    {
        var result = NearTextClusters.Find(Columns(["a text that is long enough to compare", "A text, that is long enough to compare!", "short"]));
        Assert.Equal((2, 1, 1, 2), (result.Compared, result.Distinct, result.Clusters, result.Actions.Count));
    }

    private static string Edited(string text, int seed)
    {
        var random = new Random(seed);
        var words = text.Split(' ');
        for (var edits = random.Next(1 + words.Length / 4); edits > 0; edits--)
            words[random.Next(words.Length)] = Vocabulary[random.Next(Vocabulary.Length)];
        return string.Join(' ', words);
    }

    private static double Similarity(string a, string b) => (double)Set(a).Intersect(Set(b)).Count() / Set(a).Union(Set(b)).Count();

    private static HashSet<uint> Set(string text)
    {
        var masked = new MaskedText().Mask(text);
        var hashes = new uint[masked.Length];
        return [.. hashes[..Shingles.Characters(masked, hashes)]];
    }

    private static string?[] Ids(params string[] texts)
    {
        var ids = NearTextClusters.Find(Columns(texts)).Actions.ToDictionary(action => action.Event, action => action.Value);
        return [.. Enumerable.Range(0, texts.Length).Select(i => ids.GetValueOrDefault((ulong)i))];
    }

    private static TextColumns Columns(string[] texts)
    {
        var keys = Enumerable.Range(0, texts.Length).Select(i => (ulong)i).ToArray();
        return new(keys, keys, [.. keys.Select(k => (long)k)], texts);
    }

    // Sentences, and copies of them with up to one word in so many exchanged.
    private static string[] Corpus(Random random, int bases, int copies, int divisor = 3)
    {
        var texts = new List<string>();
        for (var b = 0; b < bases; b++)
        {
            var sentence = Enumerable.Range(0, random.Next(8, 30)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]).ToArray();
            for (var c = 0; c < copies; c++)
            {
                var copy = sentence.ToArray();
                for (var edits = random.Next(1 + copy.Length / divisor); edits > 0; edits--)
                    copy[random.Next(copy.Length)] = Vocabulary[random.Next(Vocabulary.Length)];
                texts.Add(string.Join(' ', copy));
            }
        }

        var shuffled = texts.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string[] Words(Random random, int count)
    {
        var words = new string[count];
        for (var i = 0; i < count; i++)
            words[i] = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}"));
        return words;
    }
}
