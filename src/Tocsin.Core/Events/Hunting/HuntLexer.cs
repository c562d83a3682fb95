using System.Text;

namespace Tocsin.Core.Events.Hunting;

/// <summary>Cuts a hunt's text into tokens.</summary>
internal sealed class HuntLexer(string text)
{
    private int _at;

    public HuntToken Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        if (_at == text.Length)
            return new(HuntTokenKind.End, _at, _at);
        var start = _at;
        return text[start] switch
        {
            '(' => Single(HuntTokenKind.Open),
            ')' => Single(HuntTokenKind.Close),
            '-' or '−' => Single(HuntTokenKind.Minus),
            var c when IsQuote(c) => Quoted(start, field: null),
            _ => Bare(start),
        };
    }

    // People paste from word processors.
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„';

    private HuntToken Single(HuntTokenKind kind) => new(kind, _at, ++_at);

    private HuntToken Quoted(int start, string? field)
    {
        var value = new StringBuilder();
        for (var opening = _at++; ; _at++)
        {
            if (_at == text.Length)
                throw new HuntException(new(opening, text.Length - opening, "The quotation mark is not closed", "Add a \" where the phrase ends."));
            if (IsQuote(text[_at]))
                break;
            if (text[_at] == '\\' && _at + 1 < text.Length && (IsQuote(text[_at + 1]) || text[_at + 1] == '\\'))
                _at++;
            value.Append(text[_at]);
        }
        return new(HuntTokenKind.Quoted, start, ++_at, field, value.ToString());
    }

    // A bracket inside a word belongs to it as long as it is closed there: en.wikipedia.org/wiki/A_(b), evil(.)com.
    private HuntToken Bare(int start)
    {
        var depth = 0;
        string? field = null;
        var from = start;
        for (; _at < text.Length && !char.IsWhiteSpace(text[_at]); _at++)
        {
            var c = text[_at];
            if (IsQuote(c))
                break;
            if (c == ')' && --depth < 0)
                break;
            depth += c == '(' ? 1 : 0;
            if (c != ':' || field is not null || !IsField(text.AsSpan(start, _at - start)))
                continue;
            (field, from) = (text[start.._at], _at + 1);
            if (from < text.Length && IsQuote(text[from]))
            {
                _at = from;
                return Quoted(start, field);
            }
        }
        return Word(start, from, field);
    }

    // hxxps://… has no field, for nothing is known by that name; what looks like a field and is not is told later.
    private static bool IsField(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c) && c != '_')
                return false;
        }
        return name.Length > 0;
    }

    private HuntToken Word(int start, int from, string? field)
    {
        var word = text[from.._at];
        var kind = field is not null ? HuntTokenKind.Bare : word switch
        {
            "OR" => HuntTokenKind.Or,
            "AND" => HuntTokenKind.And,
            "NOT" => HuntTokenKind.Not,
            _ => HuntTokenKind.Bare,
        };
        return new(kind, start, _at, field, word);
    }
}
