namespace Tocsin.Core.Detection.NearText;

/// <summary>Compares one text with others as the clustering of near-duplicates does. One thread at a time.</summary>
public sealed class TextLikeness
{
    private readonly MaskedText _mask = new();
    private readonly uint[] _own;
    private uint[] _other = [];

    public TextLikeness(string text) => _own = Shingled(text, []).ToArray();

    /// <summary>Jaccard similarity of the texts' shingles after masking: 1 for texts that differ in nothing but links, handles,
    /// numbers and disguise; 0 when either says nothing.</summary>
    public double To(string text)
    {
        var other = Shingled(text, _other);
        return _own.Length == 0 || other.Length == 0 ? 0 : ShingleSets.Jaccard(_own, other);
    }

    private ReadOnlySpan<uint> Shingled(string text, uint[] room)
    {
        var masked = _mask.Mask(text);
        if (room.Length < masked.Length)
            _other = room = new uint[masked.Length];
        return masked.IsEmpty ? [] : room.AsSpan(0, Shingles.Characters(masked, room));
    }
}
