using System.Text;

namespace Tocsin.Core.Events.Hunting;

/// <summary>Writes conditions so that reading them again gives the same.</summary>
internal static class HuntWriter
{
    public static string Write(HuntNode node)
    {
        var text = new StringBuilder();
        Write(node, text, inside: false);
        return text.ToString();
    }

    private static void Write(HuntNode node, StringBuilder text, bool inside)
    {
        switch (node)
        {
            case HuntNode.All all:
                Join(all.Parts, " ", text, inside);
                break;
            case HuntNode.Any any:
                Join(any.Parts, " OR ", text, inside);
                break;
            case HuntNode.Not not:
                text.Append('-');
                Write(not.Part, text, inside: true);
                break;
            default:
                text.Append(Term(node));
                break;
        }
    }

    // OR binds less, so alternatives among terms need brackets, and so does everything behind a minus.
    private static void Join(IReadOnlyList<HuntNode> parts, string by, StringBuilder text, bool inside)
    {
        text.Append(inside ? "(" : "");
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? by : "");
            Write(parts[i], text, inside: by == " " || parts[i] is HuntNode.Any);
        }
        text.Append(inside ? ")" : "");
    }

    private static string Term(HuntNode node) => node switch
    {
        HuntNode.Words { Phrase: true } phrase => Quoted(phrase.Text),
        HuntNode.Words word => word.Prefix ? word.Text + "*" : word.Text,
        HuntNode.Value value => Fielded(HuntField.Of(value.Kind).Name, value.Text),
        HuntNode.By by => Fielded("account", by.Account),
        HuntNode.On on => Fielded("platform", on.Platform),
        HuntNode.In language => Fielded("lang", language.Language),
        HuntNode.Does does => Fielded("kind", does.Kind.ToString().ToLowerInvariant()),
        _ => throw new InvalidOperationException($"no text for {node.GetType().Name}"),
    };

    /// <summary>A field with its value, in quotation marks where it needs them.</summary>
    public static string Fielded(string field, string value) => $"{field}:{(IsPlain(value) ? value : Quoted(value))}";

    private static bool IsPlain(string value) =>
        value.Length > 0 && !value.EndsWith('*') && !value.Any(c => char.IsWhiteSpace(c) || HuntLexer.IsQuote(c) || c is '(' or ')' or '\\');

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (HuntLexer.IsQuote(c) || c == '\\')
                quoted.Append('\\');
            quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
