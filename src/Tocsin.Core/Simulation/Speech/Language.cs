namespace Tocsin.Core.Simulation.Speech;

/// <summary>What people talk about.</summary>
internal enum Topic { Football, Kitchen, Games, Music, Tech, Travel, Politics, Money }

/// <summary>
/// A language as the simulation speaks it: sentence patterns with slots, and a stock of phrases per slot,
/// read from <c>Speech/{tag}.phrases</c>. Enough for texts to vary as texts do; not for literature.
/// </summary>
internal sealed class Language(string tag, double share, int[] utcOffsets)
{
    public static IReadOnlyList<Topic> Topics { get; } = Enum.GetValues<Topic>();

    /// <summary>The languages of the simulated world, with their share of people and where those people live.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new("en", 0.40, [-8, -6, -5, -5, 0, 0, 1, 10]),
        new("es", 0.15, [-6, -5, -3, 1, 1]),
        new("pt", 0.12, [-3, -3, -3, 0]),
        new("ja", 0.12, [9]),
        new("ru", 0.11, [3, 3, 5]),
        new("de", 0.10, [1]),
    ];

    private readonly Phrasebook _phrases = Phrasebook.Load(tag);

    public string Tag { get; } = tag;
    public double Share { get; } = share;
    public IReadOnlyList<int> UtcOffsets { get; } = utcOffsets;

    /// <summary>Newspapers of this language: name and domain.</summary>
    public IEnumerable<(string Name, string Domain)> Outlets =>
        _phrases["outlet"].Select(outlet => outlet.Split('=')).Select(parts => (parts[0], parts[1] + ".example"));

    public static Language Of(string tag) => All.Single(language => language.Tag == tag);

    public IReadOnlyList<string> Hashtags(Topic topic) => Stock("tag", topic);

    /// <summary>The phrases of a stock that has some for each topic.</summary>
    public IReadOnlyList<string> Stock(string name, Topic topic) => _phrases[Phrasebook.Key(name, topic)];

    public string Word(string stock, Chance chance) => chance.Pick(_phrases[stock]);

    public string Word(string stock, int number) => _phrases[stock][number % _phrases[stock].Count];

    /// <summary>A sentence after one of the patterns of this kind.</summary>
    public Utterance Say(string kind, Topic topic, Chance chance) => Utterance.Draw(_phrases, kind, topic, chance);
}
