using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;

namespace Tocsin.Core.Detection.NearText;

/// <summary>The different texts among many, in order of first appearance, each known by the hash of its masked form.</summary>
internal sealed class DistinctTexts
{
    private const int BlockLength = 1 << 16;

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<ulong> _hashes = [];
    private readonly List<string> _texts = [];

    public int Count => _texts.Count;

    /// <summary>One text as written that stands for all that are masked alike.</summary>
    public string this[int number] => _texts[number];

    public string Id(int number) => _hashes[number].ToString("x16");

    /// <summary>Collapses texts; the array tells each one's number, or -1 when it is too short or a marked repost.</summary>
    public static (DistinctTexts Distinct, int[] NumberOf) Collapse(string[] texts, int shortest, CancellationToken cancellation)
    {
        var distinct = new DistinctTexts();
        var numbers = new int[texts.Length];
        var hashes = new ulong?[Math.Min(BlockLength, texts.Length)];
        for (var from = 0; from < texts.Length; from += BlockLength)
        {
            var count = Math.Min(BlockLength, texts.Length - from);
            HashBlock(texts.AsMemory(from, count), hashes, shortest, cancellation);
            for (var i = 0; i < count; i++)
                numbers[from + i] = hashes[i] is { } hash ? distinct.NumberOf(hash, texts[from + i]) : -1;
        }

        return (distinct, numbers);
    }

    private static void HashBlock(ReadOnlyMemory<string> texts, ulong?[] hashes, int shortest, CancellationToken cancellation) =>
        Parallel.For(0, texts.Length, new ParallelOptions { CancellationToken = cancellation }, () => new MaskedText(), (i, _, mask) =>
        {
            var masked = RepostMark.Original(texts.Span[i]).IsEmpty ? mask.Mask(texts.Span[i]) : default;
            hashes[i] = masked.Length < shortest ? null : Keys.Of(masked);
            return mask;
        }, _ => { });

    private int NumberOf(ulong hash, string text)
    {
        if (_numbers.TryGetValue(hash, out var number))
            return number;
        _numbers.Add(hash, _texts.Count);
        _hashes.Add(hash);
        _texts.Add(text);
        return _texts.Count - 1;
    }
}
