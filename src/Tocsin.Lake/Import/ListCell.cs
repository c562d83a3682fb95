namespace Tocsin.Lake.Import;

/// <summary>Lists written into one cell: <c>[a, b]</c>, <c>['a', "b"]</c>, <c>a|b</c>, <c>a;b</c>, <c>a,b</c>, or one plain value.</summary>
internal static class ListCell
{
    public static IEnumerable<string> Split(string cell)
    {
        var text = cell.Trim();
        var bracketed = text.Length >= 2 && (text[0], text[^1]) is ('[', ']') or ('{', '}');
        if (bracketed)
            text = text[1..^1];
        return Items(text, bracketed ? ',' : Separator(text));
    }

    private static char Separator(string text) => text.Contains('|') ? '|' : text.Contains(';') ? ';' : ',';

    private static IEnumerable<string> Items(string text, char separator)
    {
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && (text[at] == ' ' || text[at] == separator))
                at++;
            if (at == text.Length)
                yield break;
            var quote = text[at] is '\'' or '"' ? text[at++] : separator;
            var end = text.IndexOf(quote, at);
            if (end < 0)
                end = text.Length;
            if (text.AsSpan(at, end - at).Trim() is { IsEmpty: false } item)
                yield return item.ToString();
            at = end + 1;
        }
    }
}
