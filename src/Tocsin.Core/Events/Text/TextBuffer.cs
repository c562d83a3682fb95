namespace Tocsin.Core.Events.Text;

/// <summary>A growing run of characters, made to be used again.</summary>
internal sealed class TextBuffer
{
    // A single huge text must not be paid for ever after.
    private const int LargestKept = 1 << 16;

    private char[] _chars = new char[512];

    public int Length { get; private set; }

    public Span<char> Written => _chars.AsSpan(0, Length);

    public char Last => Length == 0 ? '\0' : _chars[Length - 1];

    public void Append(char c)
    {
        if (Length == _chars.Length)
            Grow(1);
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Room for at least this many more characters; tell what was used with <see cref="Advance"/>.</summary>
    public Span<char> Reserve(int count)
    {
        if (Length + count > _chars.Length)
            Grow(count);
        return _chars.AsSpan(Length);
    }

    /// <summary>Counts characters written into <see cref="Reserve"/>d room; a negative count takes the last ones back.</summary>
    public void Advance(int count) => Length += count;

    public void Clear()
    {
        Length = 0;
        if (_chars.Length > LargestKept)
            _chars = new char[512];
    }

    private void Grow(int count) => Array.Resize(ref _chars, Math.Max(Length + count, 2 * _chars.Length));
}
