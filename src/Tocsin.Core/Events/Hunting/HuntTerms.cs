using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Hunting;

/// <summary>Makes conditions of single terms; addresses and numbers come into the form that extraction gives them.</summary>
internal static class HuntTerms
{
    private const int ShortestPrefix = 3;

    private static readonly string[] Schemes = ["http://", "https://", "ftp://"];

    /// <summary>The condition that a bare or quoted token stands for.</summary>
    /// <exception cref="HuntException">The term means nothing.</exception>
    public static HuntNode Read(HuntToken token)
    {
        if (token.Field is null)
            return token.Kind == HuntTokenKind.Quoted ? Phrase(token) : Bare(token, token.Text);
        if (HuntField.Named(token.Field) is { } field)
            return Fielded(token, field);
        var whole = $"{token.Field}:{token.Text}";
        return token.Kind == HuntTokenKind.Bare && Address(whole) is { } address ? address : throw NoField(token);
    }

    private static HuntException NoField(HuntToken token) => new(new(
        token.Start, token.Field!.Length + 1, $"There is no field '{token.Field}'",
        $"Fields are: {string.Join(", ", HuntField.All.Select(field => field.Name))}. Put it into quotation marks to search for the words."));

    private static HuntException Nothing(HuntToken token, string what, string hint) =>
        new(new(token.Start, token.End - token.Start, what, hint));

    private static HuntNode Bare(HuntToken token, string word)
    {
        if (word[0] is '#' or '＃')
            return Valued(token, ObservableKind.Hashtag, word);
        if (word[0] is '@' or '＠')
            return Account(token, word);
        if (Address(word) is { } address)
            return address;
        var prefix = word.EndsWith('*');
        if (!word.AsSpan().ContainsAny('(', ')'))
            return Words(token, new HuntNode.Words(prefix ? word.TrimEnd('*') : word, Phrase: false, prefix));
        return prefix ? throw Nothing(token, "Only a single word can end with *", "Leave the brackets away.") : Phrase(token);
    }

    private static HuntNode.Words Phrase(HuntToken token) =>
        Words(token, new HuntNode.Words(string.Join(' ', token.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Phrase: true));

    private static HuntNode.Words Words(HuntToken token, HuntNode.Words words)
    {
        var cut = SearchWords.Of(words);
        if (cut.Tokens.Count == 0)
            throw Nothing(token, $"There is nothing to search for in '{token.Text}'", "Words are made of letters and figures; marks alone are not found.");
        if (words.Prefix && cut.Tokens is [var only] && only.Length < ShortestPrefix && only[0] < '\u0e00')
            throw Nothing(token, $"'{token.Text}' would find nearly everything", $"Give at least {ShortestPrefix} letters before the *.");
        return words;
    }

    // A whole address pasted in, defanged or not. A host by itself is asked for as a domain, with whatever lies below it.
    private static HuntNode.Value? Address(string word)
    {
        var meant = Defanging.Refang(word);
        var hasScheme = Schemes.Any(scheme => meant.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        if (!hasScheme && meant.IndexOf('@') > 0)
            return !meant.AsSpan().ContainsAny(':', '/') && EmailScanner.Normalise(meant) is { } email ? new HuntNode.Value(ObservableKind.Email, email) : null;
        if (!hasScheme && meant == word || NormalUrl.Parse(UrlFinder.WithoutTrailingPunctuation(meant)) is not { } url || !url.Host.Contains('.'))
            return null;
        return IsHostAlone(url)
            ? new HuntNode.Value(ObservableKind.Domain, url.Domain)
            : new HuntNode.Value(ObservableKind.Url, url.Text);
    }

    private static bool IsHostAlone(NormalUrl url) => url.Text.AsSpan(url.Text.IndexOf("://", StringComparison.Ordinal) + 3).TrimEnd('/').SequenceEqual(url.Host);

    private static HuntNode Fielded(HuntToken token, HuntField field)
    {
        var text = token.Text.Trim();
        if (text.Length == 0)
            throw Nothing(token, $"What {field.Name} is asked for is missing", $"For example {field.Example}.");
        if (token.Kind == HuntTokenKind.Bare && text.EndsWith('*'))
            throw Nothing(token, "Only words can end with *", $"Give the whole {field.Name}, or put it into quotation marks when the * belongs to it.");
        return field switch
        {
            { Kind: { } kind } => Valued(token, kind, text),
            { Name: "account" } => Account(token, text),
            { Name: "platform" } => new HuntNode.On(text.ToLowerInvariant()),
            { Name: "lang" } => new HuntNode.In(text.ToLowerInvariant().Replace('_', '-')),
            _ => Kind(token, text),
        };
    }

    private static HuntNode.Value Valued(HuntToken token, ObservableKind kind, string text)
    {
        var value = HuntValues.Normalise(kind, text);
        return value.Length > 0 ? new HuntNode.Value(kind, value)
            : throw Nothing(token, $"'{token.Text}' is no {HuntField.Of(kind).Title}", $"For example {HuntField.Of(kind).Example}.");
    }

    private static HuntNode.By Account(HuntToken token, string text) => text.TrimStart('@', '＠') is { Length: > 0 } name
        ? new HuntNode.By(name)
        : throw Nothing(token, "The account is missing", "For example @maria or account:x:12345.");

    private static HuntNode.Does Kind(HuntToken token, string text) =>
        !int.TryParse(text, out _) && Enum.TryParse<EventKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? new HuntNode.Does(kind)
            : throw Nothing(token, $"'{text}' is no kind of event", $"Kinds are: {string.Join(", ", Enum.GetNames<EventKind>()).ToLowerInvariant()}.");
}
