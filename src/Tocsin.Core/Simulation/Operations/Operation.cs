namespace Tocsin.Core.Simulation.Operations;

/// <summary>Where an operation has its accounts from.</summary>
internal enum Provenance
{
    /// <summary>Accounts with a life before: bought, hacked or real volunteers.</summary>
    Aged,

    /// <summary>Made for the purpose within a few days, with handles from one generator and few followers.</summary>
    Batch,
}

/// <summary>Accounts that act on one plan and hide it. Members live an ordinary life besides.</summary>
internal abstract record Operation : IBehaviour
{
    public required string Name { get; init; }
    public required int Members { get; init; }
    public required Evasion Evasion { get; init; }
    public string Language { get; init; } = "en";
    public Provenance Provenance { get; init; }

    /// <summary>Joint actions over the whole time.</summary>
    public required int Actions { get; init; }

    /// <summary>Hours of the day, UTC, at which joint actions start.</summary>
    public (int From, int Until) Shift { get; init; } = (6, 18);

    /// <summary>Why behaviour cannot tell this operation from chance; null when it can.</summary>
    public string? Shielded { get; init; }

    protected abstract string Kind { get; }

    public void Enact(World world, Chance chance)
    {
        var crew = new Crew(Raise(world, chance.Fork("crew")), Evasion, chance.Fork("turnout"));
        foreach (var member in crew.Members) member.Rate *= Evasion.Cover;
        Act(world, crew, chance);
        world.Castings.Add(new(Name, Kind, IsOperation: true, crew.Members, Shielded));
    }

    protected abstract void Act(World world, Crew crew, Chance chance);

    protected virtual List<Person> Raise(World world, Chance chance)
    {
        var members = world.Recruit(Name, Members, Census.Plaza, Language, chance);
        if (Provenance == Provenance.Batch) Enrolment.Disguise(members, world, chance);
        return members;
    }

    /// <summary>The start of each joint action, in order.</summary>
    protected IEnumerable<DateTimeOffset> Starts(World world, Chance chance) =>
        Enumerable.Range(0, Actions).Select(_ => world.Moment(Shift.From, Shift.Until, chance)).Order().ToList();
}
