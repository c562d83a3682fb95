namespace Tocsin.Core.Simulation.Operations;

/// <summary>The members of an operation, and who of them turns up when.</summary>
internal sealed class Crew(IReadOnlyList<Person> members, Evasion evasion, Chance chance)
{
    public IReadOnlyList<Person> Members { get; } = members;

    /// <summary>Those who take part in an action that starts at this time, each at a time of their own.</summary>
    public IEnumerable<(Person Member, DateTimeOffset Time)> Join(DateTimeOffset start)
    {
        foreach (var member in Members)
            if (chance.Happens(evasion.Turnout))
                yield return (member, start.AddMilliseconds((long)(chance.Exponential(evasion.JitterSeconds) * 1000)));
    }
}
