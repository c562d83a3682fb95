namespace Tocsin.Casework;

public enum ActorKind
{
    Person,
    Token,
    System,
}

/// <summary>Who writes.</summary>
/// <param name="Id">The user's id; of a token, its owner's id.</param>
/// <param name="Name">For people to read, as it is at the time of writing.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind)
{
    /// <summary>Scans, and what runs by itself.</summary>
    public static Actor System { get; } = new("system", "Tocsin", ActorKind.System);

    /// <summary>
    /// Sent by a client that may send the same request again. The second write of the same kind on the same thing with the
    /// same key, by the same actor, changes nothing and answers what the first answered. Remembered for a week.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
