using System.Diagnostics.CodeAnalysis;

namespace Tocsin.Core.Events.Hunting;

/// <summary>
/// What somebody looks for: words, phrases and values, as typed into one box (docs/hunting.md). Immutable; two are equal when
/// their text is.
/// </summary>
public sealed class HuntQuery : IEquatable<HuntQuery>
{
    /// <summary>Longer ones are pasted by mistake.</summary>
    public const int Longest = 4_000;

    private readonly string _text;

    private HuntQuery(HuntNode? root) => (Root, _text) = (root, root is null ? "" : HuntWriter.Write(root));

    /// <summary>Finds every event.</summary>
    public static HuntQuery Everything { get; } = new(null);

    /// <summary>Null when it finds everything.</summary>
    public HuntNode? Root { get; }

    [MemberNotNullWhen(false, nameof(Root))]
    public bool IsEverything => Root is null;

    /// <summary>The words that must or may stand in the text, without those that must not.</summary>
    public IEnumerable<HuntNode.Words> Words => Root is null ? [] : WordsIn(Root);

    /// <summary>Reads what somebody typed.</summary>
    /// <exception cref="Problem">It cannot be read; the problem points at the place.</exception>
    public static HuntQuery Parse(string text) => TryParse(text, out var query, out var error) ? query : throw error.ToProblem(text);

    public static bool TryParse(string text, [NotNullWhen(true)] out HuntQuery? query, [NotNullWhen(false)] out HuntError? error)
    {
        try
        {
            (query, error) = (new HuntQuery(HuntParser.Parse(text)), null);
            return true;
        }
        catch (HuntException wrong)
        {
            (query, error) = (null, wrong.Error);
            return false;
        }
    }

    /// <summary>Finds the events that carry a value, given as the lake holds it.</summary>
    public static HuntQuery Of(ObservableKind kind, string value) => new(new HuntNode.Value(kind, value));

    /// <summary>Finds the events whose field is this, as <see cref="HuntField"/> names fields; a value that the field cannot have finds everything.</summary>
    public static HuntQuery Of(HuntField field, string value) => TryParse(HuntWriter.Fielded(field.Name, value), out var query, out _) ? query : Everything;

    /// <summary>Finds what an account did.</summary>
    public static HuntQuery OfAccount(string platform, string id) => new(new HuntNode.By($"{platform}:{id}"));

    /// <summary>Finds what both find.</summary>
    public HuntQuery And(HuntQuery other) => IsEverything ? other : other.IsEverything ? this : new(HuntParser.Both(Root, other.Root));

    /// <summary>Finds what this one does not; what finds everything stays.</summary>
    public HuntQuery Not() => IsEverything ? this : new(Root is HuntNode.Not not ? not.Part : new HuntNode.Not(Root));

    /// <summary>The conditions that must all hold, one by one, as they are written; <see cref="And"/> puts them together again.</summary>
    public IReadOnlyList<HuntQuery> Parts => Root switch
    {
        null => [],
        HuntNode.All all => [.. all.Parts.Select(part => new HuntQuery(part))],
        _ => [this],
    };

    /// <summary>Where the words that are asked for stand in a text, in order and without overlap.</summary>
    public IReadOnlyList<TextSpan> Marks(string text) => HuntMarks.Find(Words, text);

    /// <summary>The canonical text: reading it gives an equal query.</summary>
    public override string ToString() => _text;

    public bool Equals(HuntQuery? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as HuntQuery);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    private static IEnumerable<HuntNode.Words> WordsIn(HuntNode node) => node switch
    {
        HuntNode.Words words => [words],
        HuntNode.All all => all.Parts.SelectMany(WordsIn),
        HuntNode.Any any => any.Parts.SelectMany(WordsIn),
        _ => [],
    };
}

/// <summary>A stretch of a text in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
