using Tocsin.Core.Events.Hunting;

namespace Tocsin.Lake.Search;

/// <summary>Writes a hunt as an expression of the full-text index.</summary>
/// <param name="accounts">The keys of the accounts that go by a name.</param>
internal sealed class SearchExpression(Func<string, IReadOnlyCollection<ulong>> accounts)
{
    // Every event is of one kind.
    public static string Everything { get; } = Any(Enum.GetValues<Core.Events.EventKind>().Select(kind => Quoted(SearchFacets.OfKind(kind))));

    /// <summary>Null when the hunt finds everything.</summary>
    public string? Write(HuntNode? node) => node is null ? null : Condition(node);

    private string Condition(HuntNode node) => node switch
    {
        HuntNode.All all => AllOf(all.Parts),
        HuntNode.Any any => Any(any.Parts.Select(Condition)),
        HuntNode.Not not => Without(Everything, [not]),
        HuntNode.Words words => Phrase(SearchWords.Of(words)),
        HuntNode.Value value => Carrying(value),
        HuntNode.By by => Any(accounts(by.Account).Select(key => Quoted(SearchFacets.OfAccount(key)))),
        HuntNode.On on => Quoted(SearchFacets.OfPlatform(on.Platform)),
        HuntNode.In language => Quoted(SearchFacets.OfLanguage(language.Language)),
        HuntNode.Does does => Quoted(SearchFacets.OfKind(does.Kind)),
        _ => throw new InvalidOperationException($"no expression for {node.GetType().Name}"),
    };

    private string AllOf(IReadOnlyList<HuntNode> parts)
    {
        var wanted = parts.Where(part => part is not HuntNode.Not).Select(Condition).ToList();
        var joined = wanted.Count == 0 ? Everything : $"({string.Join(" AND ", wanted)})";
        return Without(joined, parts.OfType<HuntNode.Not>());
    }

    private string Without(string found, IEnumerable<HuntNode.Not> unwanted)
    {
        foreach (var not in unwanted)
            found = $"({found} NOT {Condition(not.Part)})";
        return found;
    }

    private static string Carrying(HuntNode.Value value)
    {
        var token = Quoted(SearchFacets.Of(value.Kind, value.Text));
        return HuntValues.Alternative(value.Kind, value.Text) is { } other ? Any([token, Quoted(SearchFacets.Of(value.Kind, other))]) : token;
    }

    private static string Phrase(WordsAsked asked) => $"{Quoted(string.Join(' ', asked.Tokens))}{(asked.IsOpen ? " *" : "")}";

    private static string Any(IEnumerable<string> conditions)
    {
        var joined = string.Join(" OR ", conditions);
        return joined.Length == 0 ? Quoted(SearchFacets.Nothing) : $"({joined})";
    }

    /// <summary>Tokens in a row. They hold letters, figures, pictures and tildes; never a quotation mark.</summary>
    public static string Quoted(string tokens) => $"\"{tokens}\"";
}
