using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation;

/// <summary>Someone (or something) with an account, and the habits that organic life plays out.</summary>
internal sealed class Person
{
    /// <summary>Position in the population; decides nothing but bookkeeping.</summary>
    public required int Index { get; init; }

    public required string Platform { get; init; }
    public required string Id { get; init; }
    public required Language Language { get; init; }

    /// <summary>Difference of the local clock from UTC, in hours.</summary>
    public required int UtcOffset { get; init; }

    /// <summary>Hours by which the day starts later (or earlier) than most people's.</summary>
    public required double Chronotype { get; init; }

    /// <summary>Ordinary events per day.</summary>
    public double Rate { get; set; }

    public required Topic[] Interests { get; init; }
    public required string Handle { get; set; }
    public required string DisplayName { get; set; }
    public string? Bio { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public required long Followers { get; set; }
    public required long Following { get; init; }

    /// <summary>Those whose posts this person sees first.</summary>
    public List<Person> Circle { get; set; } = [];

    /// <summary>Probability that an interaction goes to the circle and not to what is going round.</summary>
    public double Loyalty { get; set; } = 0.25;

    /// <summary>The part this person plays in a group of the world, e.g. an operation's id; null for none.</summary>
    public string? Role { get; set; }
}
