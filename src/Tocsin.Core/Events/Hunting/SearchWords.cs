using System.Buffers;
using System.Text;

namespace Tocsin.Core.Events.Hunting;

/// <summary>
/// Cuts texts into what is searched for: words without accents and in one case, every emoji by itself, and of scripts that
/// write no spaces (Chinese, Japanese, Thai, …) and Korean every two neighbouring characters, so that any part of a sentence
/// is found. One thread at a time; buffers are used again.
/// </summary>
public sealed class SearchWords
{
    /// <summary>Of longer words only the beginning is compared.</summary>
    public const int LongestWord = 64;

    // What one post may cost: text beyond this is not searched.
    private const int LongestRead = 100_000;

    private static readonly SearchValues<char> VoiceMarks = SearchValues.Create("\u3099\u309a\uff9e\uff9f");

    private readonly Text.TextBuffer _folded = new();
    private readonly List<SearchToken> _tokens = [];
    private readonly List<(int From, int Length, int Start, int End)> _run = [];
    private readonly Text.TextBuffer _runText = new();
    private LetterKind _kind;

    /// <summary>Tokens of the text cut last, in its order.</summary>
    public IReadOnlyList<SearchToken> Tokens => _tokens;

    /// <summary>These tokens divided by spaces; valid until the next text is cut.</summary>
    public ReadOnlySpan<char> Written => _folded.Written;

    /// <summary>A token's text; valid until the next text is cut.</summary>
    public ReadOnlySpan<char> this[SearchToken token] => _folded.Written.Slice(token.From, token.Length);

    /// <summary>The tokens to look for, in a row, when these words are asked for.</summary>
    public static WordsAsked Of(HuntNode.Words words)
    {
        var cut = new SearchWords();
        cut.Cut(words.Text);
        var tokens = cut._tokens.ConvertAll(token => cut[token].ToString());
        if (tokens.Count == 0)
            return new([], false);
        // The last character of a run is a token of its own where a text ends with it; asked for, the run may go on.
        var last = cut._tokens[^1];
        var open = last.Kind == LetterKind.Unspaced;
        if (open && cut._tokens.Count > 1 && cut._tokens[^2] is { Kind: LetterKind.Unspaced } before && before.End == last.End)
            return new(tokens[..^1], false);
        return new(tokens, open || (words.Prefix && last.Kind == LetterKind.Spaced));
    }

    public void Cut(ReadOnlySpan<char> text)
    {
        text = Composed(text[..Math.Min(text.Length, LongestRead)]);
        _folded.Clear();
        _tokens.Clear();
        _kind = LetterKind.Gap;
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[at..], out var rune, out var used) != OperationStatus.Done)
                EndRun();
            else
                Take(rune, at, at + used);
            at += used;
        }
        EndRun();
    }

    /// <summary>The text with syllables and voiced kana that were written in parts put together: only whole ones can be compared.
    /// Nearly always the text itself.</summary>
    internal static ReadOnlySpan<char> Composed(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\u1100', '\u11ff') && !text.ContainsAny(VoiceMarks))
            return text;
        try
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString())).Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text; // it holds code points that are no characters
        }
    }

    private void Take(Rune rune, int start, int end)
    {
        var (kind, folded) = SearchLetters.Of(rune);
        if (kind == LetterKind.Silent)
            return;
        if (kind != _kind || kind == LetterKind.Picture)
            EndRun();
        _kind = kind;
        if (kind == LetterKind.Gap)
            return;
        foreach (var part in folded.EnumerateRunes())
        {
            _run.Add((_runText.Length, part.Utf16SequenceLength, start, end));
            part.EncodeToUtf16(_runText.Reserve(part.Utf16SequenceLength));
            _runText.Advance(part.Utf16SequenceLength);
        }
    }

    private void EndRun()
    {
        if (_run.Count == 0)
            return;
        if (_kind == LetterKind.Unspaced)
            AddPairs();
        else
            AddWord();
        _run.Clear();
        _runText.Clear();
    }

    private void AddWord()
    {
        var length = Math.Min(_runText.Length, LongestWord);
        if (length > 0 && length < _runText.Length && char.IsHighSurrogate(_runText.Written[length - 1]))
            length--;
        Add(_runText.Written[..length], _run[0].Start, _run[^1].End);
    }

    // Every character with the next one, and the last one alone: one character is found as the beginning of a pair.
    private void AddPairs()
    {
        for (var i = 0; i < _run.Count; i++)
        {
            var last = i + 1 < _run.Count ? _run[i + 1] : _run[i];
            Add(_runText.Written[_run[i].From..(last.From + last.Length)], _run[i].Start, last.End);
        }
    }

    private void Add(ReadOnlySpan<char> token, int start, int end)
    {
        if (_folded.Length > 0)
            _folded.Append(' ');
        _tokens.Add(new(_folded.Length, token.Length, start, end, _kind));
        _folded.Append(token);
    }
}

/// <summary>A piece of a text to search by.</summary>
public readonly record struct SearchToken
{
    internal SearchToken(int from, int length, int start, int end, LetterKind kind) =>
        (From, Length, Start, End, Kind) = (from, length, start, end, kind);

    /// <summary>Where it stands in <see cref="SearchWords.Written"/>.</summary>
    public int From { get; }

    public int Length { get; }

    /// <summary>Where it comes from in the text that was cut.</summary>
    public int Start { get; }

    public int End { get; }

    internal LetterKind Kind { get; }
}

/// <summary>What to look for: tokens in a row, the last one as a beginning when <paramref name="IsOpen"/>.</summary>
public readonly record struct WordsAsked(IReadOnlyList<string> Tokens, bool IsOpen);
