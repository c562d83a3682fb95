namespace Tocsin.Core.Events.Hunting;

/// <summary>
/// Reads a hunt: terms side by side must all hold, OR between them binds less, a minus or NOT before a term or bracket negates
/// it. Brackets group.
/// </summary>
internal sealed class HuntParser
{
    private const int MostTerms = 100;
    private const int Deepest = 20;

    private readonly HuntLexer _lexer;
    private HuntToken _token;
    private int _terms;
    private int _depth;

    private HuntParser(string text)
    {
        _lexer = new HuntLexer(text);
        _token = _lexer.Next();
    }

    /// <summary>Null for a text without terms.</summary>
    /// <exception cref="HuntException">It cannot be read.</exception>
    public static HuntNode? Parse(string text)
    {
        if (text.Length > HuntQuery.Longest)
            throw Wrong(HuntQuery.Longest, text.Length - HuntQuery.Longest, $"The hunt is longer than {HuntQuery.Longest:N0} characters", "Shorten it.");
        var parser = new HuntParser(text);
        if (parser._token.Kind == HuntTokenKind.End)
            return null;
        var root = parser.Alternatives();
        if (parser._token.Kind == HuntTokenKind.Close)
            throw parser.WrongHere("This bracket was never opened", "Take it away, or put it into quotation marks.");
        return root;
    }

    /// <summary>Both conditions as one, flat.</summary>
    public static HuntNode Both(HuntNode a, HuntNode b) => Joined([a, b], HuntTokenKind.And);

    private static HuntException Wrong(int position, int length, string what, string hint) => new(new(position, length, what, hint));

    private HuntException WrongHere(string what, string hint) => Wrong(_token.Start, _token.End - _token.Start, what, hint);

    private HuntNode Alternatives()
    {
        var parts = new List<HuntNode> { Sequence() };
        while (_token.Kind == HuntTokenKind.Or)
        {
            Advance();
            parts.Add(Sequence());
        }
        return Joined(parts, HuntTokenKind.Or);
    }

    private HuntNode Sequence()
    {
        var parts = new List<HuntNode> { Term() };
        while (_token.Kind is not (HuntTokenKind.Or or HuntTokenKind.Close or HuntTokenKind.End))
        {
            if (_token.Kind == HuntTokenKind.And)
                Advance();
            parts.Add(Term());
        }
        return Joined(parts, HuntTokenKind.And);
    }

    private HuntNode Term()
    {
        switch (_token.Kind)
        {
            case HuntTokenKind.Minus or HuntTokenKind.Not:
                return Negated();
            case HuntTokenKind.Open:
                return Group();
            case HuntTokenKind.Bare or HuntTokenKind.Quoted:
                var term = HuntTerms.Read(_token);
                if (++_terms > MostTerms)
                    throw WrongHere($"A hunt has at most {MostTerms} terms", "Split it into several.");
                Advance();
                return term;
            default:
                throw WrongHere("Something to look for is missing here", "Give a word, or put AND, OR and NOT into quotation marks when they are meant as words.");
        }
    }

    private HuntNode Negated()
    {
        var sign = _token;
        Advance();
        if (sign.Kind == HuntTokenKind.Minus && (_token.Start > sign.End || _token.Kind == HuntTokenKind.End))
            throw Wrong(sign.Start, 1, "The minus stands alone", "Write it right before what must not be there, as in -word, or into quotation marks.");
        Enter(sign);
        var part = Term();
        _depth--;
        return part is HuntNode.Not twice ? twice.Part : new HuntNode.Not(part);
    }

    private HuntNode Group()
    {
        var opening = _token;
        Enter(opening);
        Advance();
        var inside = Alternatives();
        if (_token.Kind != HuntTokenKind.Close)
            throw Wrong(opening.Start, 1, "The bracket is not closed", "Add a ) where it should end.");
        _depth--;
        Advance();
        return inside;
    }

    private void Enter(HuntToken at)
    {
        if (++_depth > Deepest)
            throw Wrong(at.Start, 1, $"Brackets stand in one another more than {Deepest} deep", "Simplify it.");
    }

    private void Advance() => _token = _lexer.Next();

    private static HuntNode Joined(List<HuntNode> parts, HuntTokenKind by)
    {
        if (parts.Count == 1)
            return parts[0];
        return by == HuntTokenKind.Or
            ? new HuntNode.Any([.. parts.SelectMany(part => part is HuntNode.Any any ? any.Parts : [part])])
            : new HuntNode.All([.. parts.SelectMany(part => part is HuntNode.All all ? all.Parts : [part])]);
    }
}
