using BenchmarkDotNet.Attributes;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Events.Text;

namespace Tocsin.Bench;

/// <summary>What one post costs: folding, and extraction as a whole.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const string Plain =
        "Iowa now generates over thirty per cent of its electricity from wind, and nobody in the capital seems to have noticed it yet";

    private static readonly IncomingEvent Post = new(
        new Event
        {
            Platform = "x",
            Id = "1",
            AccountId = "2",
            Time = DateTimeOffset.UnixEpoch,
            Text = "Iowa now generates over 31% of our electricity from WIND! #iagov #ialegis via @someone https://t.co/RmQy8yRsqP",
        },
        new AccountProfile { Platform = "x", Id = "2" },
        []);

    [Benchmark]
    public string FoldPlain() => TextFolding.Fold(Plain);

    [Benchmark]
    public string FoldDisguised() => TextFolding.Fold("G3t v i a g r a for FREEEE at p\u0430yp\u0430l, h4ck3rs h\u200bate it");

    [Benchmark]
    public string FoldRussian() => TextFolding.Fold("Сегодня в городе прошёл митинг, на котором собралось несколько тысяч человек");

    [Benchmark]
    public IncomingEvent Extract() => ObservableExtractor.Enrich(Post);
}
