using Tocsin.Core.Events.Text;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Detection.NearText;

/// <summary>
/// What stays of a text when everything that varies between copies of one template is taken out: folded; without links,
/// handles and punctuation; every number 0; one space between words.
/// </summary>
internal sealed class MaskedText
{
    // Hostile input must not make work without end; no platform lets people write that much.
    private const int LongestRead = 100_000;

    private readonly TextBuffer _plain = new();
    private readonly TextBuffer _masked = new();

    /// <summary>The masked text, valid until the next call.</summary>
    public ReadOnlySpan<char> Mask(ReadOnlySpan<char> text)
    {
        _plain.Clear();
        AppendWithoutLinks(text[..Math.Min(text.Length, LongestRead)]);
        _masked.Clear();
        foreach (var c in TextFolding.FoldInPlace(_plain.Written))
            AppendMasked(c);
        if (_masked.Last == ' ')
            _masked.Advance(-1);
        return _masked.Written;
    }

    private void AppendWithoutLinks(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (UrlFinder.TryNext(text, from, out var start, out var end))
        {
            AppendWithoutHandles(text[from..start]);
            _plain.Append(' ');
            from = end;
        }

        AppendWithoutHandles(text[from..]);
    }

    private void AppendWithoutHandles(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('@') is var at && at >= 0)
        {
            _plain.Append(text[..at]);
            text = text[(at + 1)..];
            var end = 0;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            text = text[end..];
        }

        _plain.Append(text);
    }

    private void AppendMasked(char c)
    {
        if (char.IsDigit(c))
            c = '0';
        else if (!CharKinds.IsWordPart(c))
            c = ' ';
        if (c is '0' or ' ' && _masked.Last == c || c == ' ' && _masked.Length == 0)
            return;
        _masked.Append(c);
    }
}
