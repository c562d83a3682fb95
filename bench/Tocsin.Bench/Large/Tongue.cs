using System.Text;
using Tocsin.Core.Simulation;

namespace Tocsin.Bench.Large;

/// <summary>A made-up language: words of its own alphabet, of which the first come up most (Zipf's law).</summary>
internal sealed class Tongue
{
    private const int Vocabulary = 40_000;
    private const int Tags = 4_000;

    private readonly string[] _words;
    private readonly string[] _tags;
    private readonly string _gap;

    private Tongue(string tag, double share, int[] offsets, string onsets, string vowels, bool spaced = true, bool single = false)
    {
        (Tag, Share, Offsets, _gap) = (tag, share, offsets, spaced ? " " : "");
        var chance = new Chance(1).Fork(tag);
        _words = Distinct(Vocabulary, () => single ? Signs(onsets, chance) : Syllables(onsets, vowels, chance));
        _tags = Distinct(Tags, () => _words[chance.Below(Vocabulary)] + _words[chance.Below(Vocabulary)]);
    }

    public static IReadOnlyList<Tongue> All { get; } =
    [
        new("en", 0.38, [-8, -6, -5, 0, 1, 10], "b c d f g h k l m n p r s t v w sh th st tr", "a e i o u ea ou"),
        new("es", 0.13, [-6, -5, -3, 1], "b c d f g l m n ñ p r s t v ll", "a e i o u á é í ó ú"),
        new("pt", 0.11, [-3, -3, 0], "b c ç d f g l m n p r s t v lh nh", "a e i o u ã õ á é ê"),
        new("de", 0.07, [1], "b d f g h k l m n r s t w z sch st pf", "a e i o u ä ö ü ei ie"),
        new("ru", 0.09, [3, 5], "б в г д ж з к л м н п р с т ф х ч ш", "а е ё и й о у ы я"),
        new("ar", 0.05, [2, 3], "ب ت ث ج ح خ د ر ز س ش ص ع ف ق ك ل م ن ه", "ا و ي َ ِ"),
        new("hi", 0.04, [5], "क ख ग च ज ट ड त द न प ब म य र ल व स ह", "ा ि ी ु े ो ं"),
        new("ja", 0.08, [9], "あいうえおかきくけこさしすせそたちつてとなにのはまもやよらりるれわをん日本東京大学生年人時間会社国民新聞", "", spaced: false, single: true),
        new("th", 0.03, [7], "กขคงจชดตทนบปพฟมยรลวสหอ", "", spaced: false, single: true),
        new("ko", 0.02, [9], "가나다라마바사아자차카타파하고노도로모보소오조초구누두루무부수우주", "", single: true),
    ];

    public string Tag { get; }

    public double Share { get; }

    public IReadOnlyList<int> Offsets { get; }

    public string Hashtag(Chance chance) => chance.PickEarly(_tags);

    public string Word(int rank) => _words[rank];

    /// <summary>So many words with two stops among them.</summary>
    public void Say(int words, Chance chance, StringBuilder text)
    {
        for (var i = 0; i < words; i++)
        {
            text.Append(chance.PickEarly(_words));
            text.Append(chance.Below(8) == 0 ? (_gap.Length > 0 ? ". " : "。") : _gap);
        }
        if (_gap.Length == 0)
            text.Append(' ');
    }

    private static string[] Distinct(int count, Func<string> make)
    {
        var made = new HashSet<string>(count);
        while (made.Count < count)
            made.Add(make());
        return [.. made];
    }

    private static string Syllables(string onsets, string vowels, Chance chance)
    {
        var (starts, ends) = (onsets.Split(' '), vowels.Split(' '));
        var word = new StringBuilder();
        for (var i = chance.Between(1, 4); i > 0; i--)
            word.Append(chance.Pick(starts)).Append(chance.Pick(ends));
        return chance.Below(3) == 0 ? word.Append(chance.Pick(starts)).ToString() : word.ToString();
    }

    private static string Signs(string signs, Chance chance) => string.Create(chance.Between(2, 5), (signs, chance), (word, from) =>
    {
        foreach (ref var c in word)
            c = from.signs[from.chance.Below(from.signs.Length)];
    });
}
