using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Tocsin.Console.Screens.Queue;

/// <summary>
/// All that the queue shows, as it stands in the address: a filter per facet, words, order, page and the signal in the preview.
/// Immutable; every link on the screen is one of these with something changed. Two that show the same have the same address.
/// </summary>
public sealed record QueueAddress
{
    public const string Path = "/queue";

    /// <summary>Every facet in the order of the screen; anything else in an address is ignored.</summary>
    public static IReadOnlyList<string> FacetNames { get; } =
        ["state", "severity", "likelihood", "disposition", "assignee", "novelty", "kind", "detector", "platform", "label", "tag"];

    public static IReadOnlyList<string> Sorts { get; } = ["score", "updated", "raised", "accounts"];

    private const int MostValues = 40;
    private const int LongestValue = 200;

    public string? Text { get; private init; }

    /// <summary>What was done to them since an audit entry, as Home counts it: <c>grown.1234</c>.</summary>
    public string? Since { get; private init; }

    /// <summary>Chosen values by facet; a facet without a choice is absent.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Facets { get; private init; } = ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    public string Sort { get; private init; } = Sorts[0];

    /// <summary>Cursor of the page; null is the first.</summary>
    public string? After { get; private init; }

    /// <summary>The signal in the preview.</summary>
    public string? Selected { get; private init; }

    /// <summary>Facets that are narrowed, but for the part of the queue.</summary>
    public int Narrowings => Facets.Keys.Count(facet => facet != "state");

    public bool IsFiltered => Text is not null || Since is not null || !Facets.IsEmpty;

    public static QueueAddress Parse(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var address = new QueueAddress();
        foreach (var (name, values) in query)
        {
            address = name switch
            {
                "q" => address.WithText(values[^1]),
                "since" => address.Done(values[^1]),
                "sort" => address.OrderedBy(values[^1]),
                "after" => address.Page(values[^1]),
                "at" => address.Select(values[^1]),
                _ when FacetNames.Contains(name) => address.Choose(name, values),
                _ => address,
            };
        }
        return address;
    }

    public IReadOnlySet<string> Chosen(string facet) => Facets.TryGetValue(facet, out var values) ? values : ImmutableSortedSet<string>.Empty;

    public bool Has(string facet, string value) => Chosen(facet).Contains(value);

    /// <summary>With the value chosen when it was not, and the other way round. Starts again at the first page.</summary>
    public QueueAddress Toggle(string facet, string value)
    {
        var chosen = Facets.GetValueOrDefault(facet, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
        var without = chosen.Remove(value);
        return Choose(facet, without.Count < chosen.Count ? without : chosen.Add(value));
    }

    public QueueAddress Only(string facet, params string[] values) => Choose(facet, values);

    public QueueAddress Without(string facet) => this with { Facets = Facets.Remove(facet), After = null };

    public QueueAddress WithText(string? text) => this with { Text = string.IsNullOrWhiteSpace(text) ? null : Cut(text.Trim()), After = null };

    public QueueAddress Done(string? since) => this with { Since = string.IsNullOrEmpty(since) ? null : Cut(since), After = null };

    public QueueAddress OrderedBy(string? sort) => this with { Sort = sort is not null && Sorts.Contains(sort) ? sort : Sorts[0], After = null };

    public QueueAddress Page(string? after) => this with { After = string.IsNullOrEmpty(after) ? null : Cut(after) };

    public QueueAddress Select(string? signal) => this with { Selected = string.IsNullOrEmpty(signal) ? null : Cut(signal) };

    /// <summary>The address within the console, e.g. <c>/queue?severity=high&amp;sort=updated</c>; what is as usual is left out.</summary>
    public string Href => Path + Query;

    /// <summary>From the question mark on, or nothing.</summary>
    public string Query
    {
        get
        {
            var query = new StringBuilder();
            Add("q", Text);
            foreach (var name in FacetNames)
            {
                foreach (var value in Chosen(name)) Add(name, value);
            }
            Add("since", Since);
            Add("sort", Sort == Sorts[0] ? null : Sort);
            Add("after", After);
            Add("at", Selected);
            return query.ToString();

            void Add(string name, string? value)
            {
                if (value is not null) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    private QueueAddress Choose(string facet, IEnumerable<string?> values)
    {
        var chosen = values.Where(value => !string.IsNullOrEmpty(value)).Select(value => Cut(value!)).Take(MostValues).ToImmutableSortedSet(StringComparer.Ordinal);
        return this with { Facets = chosen.IsEmpty ? Facets.Remove(facet) : Facets.SetItem(facet, chosen), After = null };
    }

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue];

    /// <summary>By address, since sets of facets are not compared by what they hold.</summary>
    public bool Equals(QueueAddress? other) => other is not null && Query == other.Query;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Query);
}
