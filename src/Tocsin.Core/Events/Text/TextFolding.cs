namespace Tocsin.Core.Events.Text;

/// <summary>
/// Undoes what writers do to a text so that machines no longer recognise it. Folded, equal messages are equal strings:
/// compatibility forms (NFKC), case, invisible and bidirectional characters, stacked marks, look-alike letters,
/// s p a c e d and s.p.a.c.e.d words, strrrretched letters, figures for letters, runs of spaces.
/// </summary>
/// <remarks>
/// Folding is idempotent, takes any UTF-16 (broken surrogates are dropped), and gives at most 18 characters for one (NFKC's
/// bound). Numbers stay, and so does ordinary text of any script. It is for comparing, not for showing.
/// </remarks>
public static class TextFolding
{
    [ThreadStatic]
    private static TextFolder? _folder;

    public static string Fold(ReadOnlySpan<char> text) => FoldInPlace(text).ToString();

    /// <summary>The folded text without an allocation, valid until the next call on this thread.</summary>
    internal static ReadOnlySpan<char> FoldInPlace(ReadOnlySpan<char> text) => (_folder ??= new()).Fold(text);
}
