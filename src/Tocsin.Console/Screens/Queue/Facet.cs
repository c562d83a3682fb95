using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Screens.Handling;
using Tocsin.Console.Words;
using Tocsin.Core.Assessment;

namespace Tocsin.Console.Screens.Queue;

/// <summary>Something the queue can be narrowed by.</summary>
public sealed record Facet(string Name, string Title, IReadOnlyList<FacetValue> Values)
{
    /// <summary>Shown at first; the others on demand.</summary>
    public const int Few = 6;

    /// <summary>All facets that offer a choice, in the order of the screen.</summary>
    internal static IReadOnlyList<Facet> All(IStringLocalizer<Strings> L, QueueAddress address, QueueFacets facets, string viewer)
    {
        Facet[] all =
        [
            Of("severity", L["Severity"], Enums(facets.Severities, Enum.GetValues<Severity>().Reverse(), value => L[value.Text()])),
            Of("likelihood", L["Likelihood"], Enums(facets.Likelihoods, Enum.GetValues<Likelihood>().Reverse(), value => L[value.Text()])),
            Of("disposition", L["Decided as"], Enums(facets.Dispositions, Verdict.All, value => Verdict.Text(L, value))),
            Of("assignee", L["Assigned to"], facets.Assignees.Select(count => Person(L, count, viewer))),
            Of("novelty", L["Novelty"], Enums(facets.Novelties, Enum.GetValues<Novelty>(), value => value == Novelty.New ? L["new"] : L["recurring"])),
            Of("label", L["Label"], facets.Labels.Select(AsIs)),
            Of("tag", L["My tags"], facets.Tags.Select(AsIs)),
            Of("platform", L["Platform"], facets.Platforms.Select(AsIs)),
            Of("kind", L["Kind"], facets.Kinds.Select(AsIs)),
            Of("detector", L["Detector"], facets.Detectors.Select(AsIs)),
        ];
        return [.. all.Where(facet => facet.Values.Count > 1 || facet.Values.Any(value => value.Chosen))];

        Facet Of(string name, string title, IEnumerable<(string Value, string Text, int Count)> counts)
        {
            var chosen = address.Chosen(name);
            var known = counts.Select(count => new FacetValue(count.Value, count.Text, count.Count, chosen.Contains(count.Value), address.Toggle(name, count.Value).Select(null).Href)).ToArray();
            var alone = chosen.Where(value => known.All(count => count.Value != value)).Select(value => new FacetValue(value, value, 0, true, address.Toggle(name, value).Select(null).Href));
            return new(name, title, [.. known, .. alone]);
        }
    }

    private static IEnumerable<(string Value, string Text, int Count)> Enums<T>(IReadOnlyList<FacetCount> counts, IEnumerable<T> order, Func<T, string> text)
        where T : struct, Enum
    {
        var known = counts.ToDictionary(count => count.Value, count => count.Count);
        return order.Where(value => known.ContainsKey($"{value}")).Select(value => (QueueFilters.Name(value), text(value), known[$"{value}"]));
    }

    private static (string Value, string Text, int Count) AsIs(FacetCount count) => (count.Value, count.Name, count.Count);

    private static (string Value, string Text, int Count) Person(IStringLocalizer<Strings> L, FacetCount count, string viewer) =>
        count.Value == viewer ? (QueueFilter.Me, L["Me"], count.Count)
        : count.Value == QueueFilter.Nobody ? (count.Value, L["Nobody"], count.Count)
        : AsIs(count);
}

/// <summary>A value of a facet; its address has it chosen, or lets go of it when it was.</summary>
public sealed record FacetValue(string Value, string Text, int Count, bool Chosen, string Href);
