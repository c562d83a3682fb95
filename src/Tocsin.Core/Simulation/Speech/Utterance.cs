using System.Text;

namespace Tocsin.Core.Simulation.Speech;

/// <summary>A sentence that remembers how it was made, so that it can be said again in other words.</summary>
internal sealed class Utterance
{
    private const string Subject = "what";
    private readonly Phrasebook _phrases;
    private readonly string _kind;
    private readonly Topic _topic;
    private readonly string _pattern;
    private readonly Dictionary<string, string> _fillings;
    private readonly string _text;

    private Utterance(Phrasebook phrases, string kind, Topic topic, string pattern, Dictionary<string, string> kept, Chance chance)
    {
        (_phrases, _kind, _topic, _pattern, _fillings) = (phrases, kind, topic, pattern, kept);
        _text = Capitalised(Render(_pattern, slot => Filling(slot, chance)));
    }

    public static Utterance Draw(Phrasebook phrases, string kind, Topic topic, Chance chance) =>
        new(phrases, kind, topic, chance.Pick(phrases[kind]), new(8), chance);

    /// <summary>
    /// The same statement in other words: each phrase is drawn anew with probability <paramref name="level"/>, and so
    /// is the sentence pattern. What it is about stays. Level 0 is verbatim, level 1 shares nothing but the subject.
    /// </summary>
    public Utterance Rephrase(double level, Chance chance)
    {
        var pattern = chance.Happens(level) ? chance.Pick(_phrases[_kind]) : _pattern;
        var kept = _fillings.Where(pair => pair.Key == Subject || !chance.Happens(level)).ToDictionary();
        return new(_phrases, _kind, _topic, pattern, kept, chance);
    }

    public override string ToString() => _text;

    private string Filling(string slot, Chance chance) =>
        _fillings.TryGetValue(slot, out var known) ? known : _fillings[slot] = Choose(slot, chance);

    private string Choose(string slot, Chance chance) => slot switch
    {
        "n" => chance.Between(2, 95).ToString(),
        "n2" => chance.Between(18, 70).ToString(),
        "name" => chance.Pick(_phrases["given"]),
        "url" => "{url}", // whoever speaks puts the address in
        Subject => chance.Pick(_phrases[Phrasebook.Key(Subject, _topic)]),
        // The subject also stands inside other phrases, and is the same in all of them.
        _ => Render(chance.Pick(_phrases[slot]), inner => inner == Subject ? Filling(inner, chance) : Choose(inner, chance)),
    };

    private static string Capitalised(string text) => string.Create(text.Length, text, static (letters, source) =>
    {
        source.CopyTo(letters);
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || (i > 1 && letters[i - 1] == ' ' && letters[i - 2] is '.' or '!' or '?'))
                letters[i] = char.ToUpperInvariant(letters[i]);
    });

    private static string Render(string pattern, Func<string, string> filling)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal)) return pattern;
        var text = new StringBuilder(160);
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            if (open < 0) return text.Append(pattern, at, pattern.Length - at).ToString();
            var close = pattern.IndexOf('}', open);
            text.Append(pattern, at, open - at).Append(filling(pattern[(open + 1)..close]));
            at = close + 1;
        }

        return text.ToString();
    }
}
