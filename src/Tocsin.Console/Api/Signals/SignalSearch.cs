using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Tocsin.Casework;
using Tocsin.Console.Api.Answers;
using Tocsin.Core;
using Tocsin.Core.Assessment;

namespace Tocsin.Console.Api.Signals;

/// <summary>Which signals to list: everything that the queue can be narrowed by. Of one parameter any value may match.</summary>
internal sealed record SignalSearch
{
    [FromQuery(Name = "q"), Description("Words that must all stand in id, claim, handles or shared values.")]
    public string? Text { get; init; }

    [FromQuery(Name = "state"), Description("open, snoozed, decided. Several with commas.")]
    public string[]? State { get; init; }

    [FromQuery(Name = "kind"), Description("Kind of signal, e.g. network.")]
    public string[]? Kind { get; init; }

    [FromQuery(Name = "detector"), Description("Name of the detector.")]
    public string[]? Detector { get; init; }

    [FromQuery(Name = "severity"), Description("critical, high, medium, low, info.")]
    public string[]? Severity { get; init; }

    [FromQuery(Name = "likelihood"), Description("Likelihood word, e.g. very_likely.")]
    public string[]? Likelihood { get; init; }

    [FromQuery(Name = "novelty"), Description("new, recurring.")]
    public string[]? Novelty { get; init; }

    [FromQuery(Name = "disposition"), Description("The last decision, e.g. false_positive.")]
    public string[]? Disposition { get; init; }

    [FromQuery(Name = "assignee"), Description("Ids of people; me; nobody.")]
    public string[]? Assignee { get; init; }

    [FromQuery(Name = "platform"), Description("Platform of a member.")]
    public string[]? Platform { get; init; }

    [FromQuery(Name = "label"), Description("A label that it has.")]
    public string[]? Label { get; init; }

    [FromQuery(Name = "tag"), Description("A tag of one's own.")]
    public string[]? Tag { get; init; }

    [FromQuery(Name = "account"), Description("Key of an account that is a member.")]
    public string? Account { get; init; }

    [FromQuery(Name = "active"), Description("true: found by the last scan (the default); false: no longer; all: both.")]
    public string? Active { get; init; }

    [FromQuery(Name = "sort"), Description("score (the default), updated, raised, accounts; each descending.")]
    public string? Sort { get; init; }

    /// <summary>The same as the queue takes it.</summary>
    /// <exception cref="Problem">A value does not exist.</exception>
    public QueueFilter Filter(string viewer) => new()
    {
        Viewer = viewer,
        Text = Text,
        Active = Active?.ToLowerInvariant() switch
        {
            null or "" or "true" => true,
            "false" => false,
            "all" => null,
            _ => throw new Problem($"'{Active}' cannot be asked for", "active", "choose of true, false, all"),
        },
        States = Choices.Of<SignalStatus>("state", State),
        Kinds = Choices.Words(Kind),
        Detectors = Choices.Words(Detector),
        Severities = Choices.Of<Severity>("severity", Severity),
        Likelihoods = Choices.Of<Likelihood>("likelihood", Likelihood),
        Novelties = Choices.Of<Novelty>("novelty", Novelty),
        Dispositions = Choices.Of<DispositionKind>("disposition", Disposition),
        Assignees = Choices.Words(Assignee),
        Platforms = Choices.Words(Platform),
        Labels = Label ?? [],
        Tags = Tag ?? [],
        Account = Account is { } key ? AccountKeys.Parse("account", key) : null,
        Sort = Sort is { Length: > 0 } sort ? Choices.One<QueueSort>("sort", sort) : QueueSort.Score,
    };
}
