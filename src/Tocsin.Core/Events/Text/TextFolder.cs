namespace Tocsin.Core.Events.Text;

/// <summary>The rounds of folding, with buffers used again from text to text. One thread at a time.</summary>
internal sealed class TextFolder
{
    // One rule may uncover work for another (v 1 a g r a, v1agra, viagra). Every rule moves one way only, so this ends;
    // real text needs three rounds, and the bound only guards against a rule that would break that promise.
    private const int MostRounds = 16;

    private readonly TextBuffer _visible = new();
    private readonly TextBuffer _respelled = new();
    private TextBuffer _text = new();
    private TextBuffer _next = new();

    /// <summary>The folded text, valid until the next call.</summary>
    public ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        _text.Clear();
        CharacterFolding.Fold(text, _visible, _text);
        var round = 0;
        while (Disguise.IsSuspected(_text.Written) && Respell() && ++round < MostRounds)
        {
        }

        return _text.Written;
    }

    /// <summary>One round; false when it changed nothing.</summary>
    private bool Respell()
    {
        _respelled.Clear();
        Respelling.Respell(_text.Written, _respelled);
        _next.Clear();
        if (CharacterFolding.IsSettled(_respelled.Written))
            _next.Append(_respelled.Written);
        else
            CharacterFolding.Fold(_respelled.Written, _visible, _next);
        (_text, _next) = (_next, _text);
        return !_text.Written.SequenceEqual(_next.Written);
    }
}
