namespace Tocsin.Core.Detection;

/// <summary>Where a detector stands on its way to being believed.</summary>
public enum DetectorState
{
    /// <summary>Being written; runs only when asked to.</summary>
    Draft,

    /// <summary>Runs with every scan; what it finds alerts nobody.</summary>
    Shadow,

    /// <summary>Runs with every scan; what it finds is a signal.</summary>
    Live,

    Retired,
}

/// <summary>A detector for people to read: what it looks for, how, with which settings, and where it errs.</summary>
public sealed record DetectorDescription
{
    /// <summary>The machine name that its signals carry, e.g. <c>coordination</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required DetectorState State { get; init; }

    /// <summary>One sentence: what a signal of it claims.</summary>
    public required string Finds { get; init; }

    /// <summary>How it comes to its findings, in order.</summary>
    public required IReadOnlyList<DetectorStep> Steps { get; init; }

    /// <summary>The settings in force.</summary>
    public required IReadOnlyList<DetectorParameter> Parameters { get; init; }

    /// <summary>What it compares accounts by, and how far apart in time still counts.</summary>
    public IReadOnlyList<DetectorTrace> Traces { get; init; } = [];

    /// <summary>Innocent explanations that it tries on everything it finds.</summary>
    public IReadOnlyList<BenignDescription> Benign { get; init; } = [];

    /// <summary>What it is known to report wrongly, and what it cannot see; one sentence each.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>Techniques that its signals can name.</summary>
    public IReadOnlyList<Ttp> Techniques { get; init; } = [];

    /// <summary>What it must find and what it must rank below that; held by the tests.</summary>
    public required IReadOnlyList<DetectorExample> Examples { get; init; }

    /// <summary>The document that gives the maths and the papers, as a path in the repository.</summary>
    public required string Document { get; init; }
}

/// <summary>One step of a detector's logic.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Words">For everybody.</param>
/// <param name="Formula">For who wants to check it; null where words are all there is.</param>
public sealed record DetectorStep(string Title, string Words, string? Formula = null);

/// <summary>A setting in force.</summary>
/// <param name="Name">Machine name, e.g. <c>false_discovery_rate</c>.</param>
/// <param name="Value">As people write it, with its unit.</param>
/// <param name="Meaning">What it does; one sentence.</param>
public sealed record DetectorParameter(string Name, string Value, string Meaning);

/// <summary>A kind of observable that is compared within windows of time.</summary>
/// <param name="Kind">Machine name of the kind, e.g. <c>repost_target</c>.</param>
public sealed record DetectorTrace(string Kind, IReadOnlyList<TimeSpan> Windows);

/// <summary>An innocent explanation.</summary>
/// <param name="Name">As in <see cref="BenignExplanation.Name"/>.</param>
/// <param name="Title">A few words.</param>
/// <param name="Measures">One sentence: the figure that decides.</param>
public sealed record BenignDescription(string Name, string Title, string Measures);

/// <summary>Something that a detector is tried on.</summary>
/// <param name="Kind">What it is called in the simulated world: one of <see cref="Simulation.OperationKind"/> or <see cref="Simulation.BenignKind"/>.</param>
/// <param name="Found">True: it must be found. False: it must not rank above anything that must be found.</param>
/// <param name="Story">One sentence: what happens in it.</param>
public sealed record DetectorExample(string Kind, bool Found, string Story);
