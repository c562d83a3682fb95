namespace Tocsin.Core.Simulation.Operations;

/// <summary>What an operation does so as not to be found.</summary>
public sealed record Evasion
{
    /// <summary>Mean delay of a member behind the start of a joint action, in seconds; delays are exponential.</summary>
    public required double JitterSeconds { get; init; }

    /// <summary>Share of the members that take part in a joint action, 0 to 1.</summary>
    public required double Turnout { get; init; }

    /// <summary>Ordinary life beside the operation, relative to what the person would do anyway: 0 none, 1 all of it.</summary>
    public double Cover { get; init; } = 0.7;

    /// <summary>Probability of saying each phrase of an agreed text in other words: 0 verbatim, 1 written anew.</summary>
    public double Paraphrase { get; init; }
}
