using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events.Hunting;
using Tocsin.Core.Tests.Events.Text;

namespace Tocsin.Core.Tests.Events.Hunting;

public class SearchWordsTests
{
    [Theory]
    [InlineData("Crème BRÛLÉE, don't!", "creme brulee don t")]
    [InlineData("Ёлка Йод Straße Łódź Ærø ﬁn ΌΔΟΣ", "елка иод strasse lodz aero fin οδοσ")]
    [InlineData("İstanbul ıspanak", "istanbul ispanak")]
    [InlineData("مُحَمَّد الـــسلام أحمد", "محمد السلام احمد")]
    [InlineData("नमस्ते", "नमस्ते")]
    [InlineData("𝐅𝐫𝐞𝐞 ＷＩＮ 🅵🆁🅴🅴", "free win free")]
    [InlineData("b\u200bit\u00adcoin e\u0301te\u0301", "bitcoin ete")]
    [InlineData("東京タワー", "東京 京タ タワ ワー ー")]
    [InlineData("東", "東")]
    [InlineData("iPhone発売", "iphone 発売 売")]
    [InlineData("ｶﾞﾝﾀﾞﾑ", "ガン ンダ ダム ム")]
    [InlineData("ไทย", "ไท ทย ย")]
    [InlineData("서울에서 만나", "서울 울에 에서 서 만나 나")]
    [InlineData("hot🔥🔥👍🏽!", "hot 🔥 🔥 👍")]
    [InlineData("https://evil.example/a_b", "https evil example a b")]
    [InlineData("— … !!! \ud800", "")]
    public void Texts_are_cut_into_what_is_searched(string text, string tokens) => Assert.Equal(tokens, Written(text));

    [Theory]
    [InlineData("word", "word", false)]
    [InlineData("don't", "don t", false)]
    [InlineData("東京", "東京", false)]
    [InlineData("東京都", "東京 京都", false)]
    [InlineData("東", "東", true)]
    [InlineData("iPhone発", "iphone 発", true)]
    [InlineData("発iPhone", "発 iphone", false)]
    public void Words_asked_for_leave_runs_open(string typed, string tokens, bool open)
    {
        var asked = SearchWords.Of(new HuntNode.Words(typed));
        Assert.Equal((tokens, open), (string.Join(' ', asked.Tokens), asked.IsOpen));
    }

    [Fact]
    public void Syllables_written_in_parts_are_the_whole_ones() =>
        Assert.Equal(Written("서울 がぎ"), Written("서울 がぎ".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void Long_words_are_compared_by_their_beginning()
    {
        var word = new string('a', 1_000);
        Assert.Equal(SearchWords.LongestWord, Written(word).Length);
        Assert.Equal(Written(word), string.Join(' ', SearchWords.Of(new HuntNode.Words(word)).Tokens));
    }

    [Fact]
    public void Any_text_is_cut_into_tokens_that_cut_again_stay_themselves() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Texts.Hostile, text =>
        {
            var words = new SearchWords();
            words.Cut(text);
            return words.Tokens.All(token => !words[token].Contains(' ') && token.Start < token.End && token.End <= SearchWords.Composed(text).Length
                && (Stays(words[token].ToString()) || HoldsParts(words[token])));
        }));

    // Parts of syllables that something silent kept apart come together when they stand alone.
    private static bool HoldsParts(ReadOnlySpan<char> token) => token.ContainsAnyInRange('\u1100', '\u11ff') || token.ContainsAny('\u3099', '\u309a');

    // Any part of a run without spaces is found in it.
    [Fact]
    public void Any_part_of_an_unspaced_sentence_is_found() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
            Gen.Elements("東京日本語のタワーへ行く。 a".ToCharArray()).ArrayOf().Select(c => new string(c)).Where(t => t.Length > 0).SelectMany(
                text => Gen.Choose(0, text.Length - 1).SelectMany(from => Gen.Choose(1, text.Length - from).Select(length => (text, part: text.Substring(from, length))))).ToArbitrary(),
            pair => Written(pair.part).Length == 0 || pair.part.Any(c => c is ' ' or 'a' or '。') || Found(pair.part, pair.text)));

    private static bool Found(string part, string text) => HuntMarks.Find([new HuntNode.Words(part)], text).Count > 0;

    private static string Written(string text)
    {
        var words = new SearchWords();
        words.Cut(text);
        return words.Written.ToString();
    }

    private static bool Stays(string token) => SearchWords.Of(new HuntNode.Words(token)).Tokens is var tokens && tokens.Count > 0 && tokens[0] == token;
}
