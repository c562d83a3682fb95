namespace Tocsin.Core.Simulation.Speech;

/// <summary>Named stocks of phrases: lines of <c>name: phrase | phrase | …</c>.</summary>
internal sealed class Phrasebook
{
    private readonly Dictionary<string, string[]> _stocks;

    private Phrasebook(Dictionary<string, string[]> stocks) => _stocks = stocks;

    public IReadOnlyList<string> this[string stock] => _stocks[stock];

    public static string Key(string stock, Topic topic) => $"{stock}.{topic.ToString().ToLowerInvariant()}";

    public static Phrasebook Load(string tag)
    {
        var name = $"Tocsin.Core.Simulation.Speech.{tag}.phrases";
        using var reader = new StreamReader(typeof(Phrasebook).Assembly.GetManifestResourceStream(name)!);
        return new(Lines(reader).Select(line => line.Split(':', 2)).ToDictionary(
            parts => parts[0],
            parts => parts[1].Split('|', StringSplitOptions.TrimEntries)));
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }
}
