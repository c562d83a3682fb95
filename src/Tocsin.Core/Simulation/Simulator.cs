using Tocsin.Core.Events;

namespace Tocsin.Core.Simulation;

/// <summary>What to simulate. Everything follows from these values and from nothing else.</summary>
public sealed record SimulationOptions
{
    public const int FewestAccounts = 1000;
    public const int FewestDays = 7;

    public ulong Seed { get; init; } = 1;

    /// <summary>People on all platforms together, the members of operations among them; bots and newsrooms come on top.</summary>
    public int Accounts { get; init; } = 4000;

    public int Days { get; init; } = 21;

    /// <summary>First instant of the world, UTC. The default is a Monday.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Mean ordinary events per account and day.</summary>
    public double EventsPerDay { get; init; } = 0.9;
}

/// <summary>A simulated world.</summary>
/// <param name="Events">Ordered by time, with the observables that a platform's fields name; those in the text not yet extracted.</param>
/// <param name="Truth">What was planted, kept apart.</param>
public sealed record SimulatedPlatform(IReadOnlyList<IncomingEvent> Events, SimulatedTruth Truth);

/// <summary>
/// Makes a synthetic platform with planted operations. It is for demonstrations, tests and red-teaming: adversaries
/// that we imagined ourselves prove nothing about those that we did not.
/// </summary>
public static class Simulator
{
    /// <summary>Makes the world; the same options make the same world.</summary>
    /// <exception cref="Problem">The options are out of range.</exception>
    public static SimulatedPlatform Run(SimulationOptions options) => Run(options, DefaultWorld.Behaviours);

    internal static SimulatedPlatform Run(SimulationOptions options, IEnumerable<IBehaviour> behaviours)
    {
        RequireAtLeast(SimulationOptions.FewestAccounts, options.Accounts, "accounts");
        RequireAtLeast(SimulationOptions.FewestDays, options.Days, "days");
        var chance = new Chance(options.Seed);
        var world = new World(options, chance.Fork("world"));
        foreach (var behaviour in behaviours) behaviour.Enact(world, chance.Fork(behaviour.Name));
        return Publisher.Publish(world, chance.Fork("ids"));
    }

    private static void RequireAtLeast(int fewest, int value, string option)
    {
        if (value < fewest)
            throw new Problem($"A world of {value} {option} is too small for what is planted in it", "simulation options", $"take at least {fewest}");
    }
}
