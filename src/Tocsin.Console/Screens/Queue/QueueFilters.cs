using System.Globalization;
using System.Text.Json;
using Tocsin.Casework;
using Tocsin.Core.Assessment;

namespace Tocsin.Console.Screens.Queue;

/// <summary>What an address asks of the queue.</summary>
internal static class QueueFilters
{
    /// <summary>As a state: signals that the last scan no longer found.</summary>
    public const string Gone = "gone";

    /// <summary>As a state: all of them.</summary>
    public const string Any = "any";

    /// <summary>An enumeration's value as addresses carry it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    /// <summary>The filter, for one who looks: theirs are the tags, and they are "me".</summary>
    public static QueueFilter Of(QueueAddress address, string viewer) => new()
    {
        Viewer = viewer,
        Text = address.Text,
        Active = StateOf(address) == Gone ? false : StateOf(address) == Any ? null : true,
        States = StateOf(address) is Gone or Any ? [] : States(address),
        Severities = Values<Severity>(address, "severity"),
        Likelihoods = Values<Likelihood>(address, "likelihood"),
        Dispositions = Values<DispositionKind>(address, "disposition"),
        Novelties = Values<Novelty>(address, "novelty"),
        Kinds = [.. address.Chosen("kind")],
        Detectors = [.. address.Chosen("detector")],
        Platforms = [.. address.Chosen("platform")],
        Assignees = [.. address.Chosen("assignee")],
        Labels = [.. address.Chosen("label")],
        Tags = [.. address.Chosen("tag")],
        Since = SinceOf(address.Since),
        Sort = Enum.Parse<QueueSort>(address.Sort, ignoreCase: true),
    };

    /// <summary>Which of the tabs the address stands for; what is open when it says nothing.</summary>
    public static string StateOf(QueueAddress address) => address.Chosen("state") is { Count: 1 } one ? one.First() : address.Chosen("state").Count == 0 ? Name(SignalStatus.Open) : "";

    /// <summary>Whether a signal that was just written to still belongs into the list; labels, tags and words did not change with it.</summary>
    public static bool Keeps(QueueFilter filter, SignalState state) =>
        (filter.Active is null || filter.Active == state.Active)
        && (filter.States.Count == 0 || filter.States.Contains(state.State))
        && (filter.Dispositions.Count == 0 || (state.LastDisposition is { } last && filter.Dispositions.Contains(last)))
        && (filter.Assignees.Count == 0 || filter.Assignees.Contains(state.AssigneeId ?? QueueFilter.Nobody)
            || (state.AssigneeId == filter.Viewer && filter.Assignees.Contains(QueueFilter.Me)));

    private static SinceFilter? SinceOf(string? since) =>
        since?.Split('.') is [var verb, var after] && long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new($"signal.{verb}", id) : null;

    private static IReadOnlyList<SignalStatus> States(QueueAddress address) =>
        Values<SignalStatus>(address, "state") is { Count: > 0 } chosen ? chosen : [SignalStatus.Open];

    private static IReadOnlyList<T> Values<T>(QueueAddress address, string facet)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(value => address.Has(facet, Name(value)))];
}
