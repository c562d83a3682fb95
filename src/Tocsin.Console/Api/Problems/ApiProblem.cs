using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Api.Problems;

/// <summary>What went wrong: a problem document (RFC 9457) with the three parts that every message of Tocsin has.</summary>
public sealed record ApiProblem
{
    public string Type { get; init; } = "about:blank";

    /// <summary>What is wrong; the same as <see cref="What"/>.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What to do; the same as <see cref="Hint"/>.</summary>
    public required string Detail { get; init; }

    /// <summary>What is wrong.</summary>
    public required string What { get; init; }

    /// <summary>Where it is wrong: a field, a header, an address.</summary>
    public required string Where { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Hint { get; init; }

    /// <summary>Of a conflict: who wrote what since the version that the request had seen, oldest first.</summary>
    public IReadOnlyList<ApiChange>? Changes { get; init; }

    /// <summary>Of a conflict on a signal: as it stands now.</summary>
    public SignalState? Current { get; init; }

    public static ApiProblem Of(int status, string what, string where, string hint) =>
        new() { Status = status, Title = what, Detail = hint, What = what, Where = where, Hint = hint };

    public static ApiProblem Of(int status, Problem problem) => Of(status, problem.What, problem.Where, problem.Hint);
}

/// <summary>Something that somebody else wrote meanwhile.</summary>
/// <param name="By">Who, as people read it.</param>
/// <param name="Verb">What was done, e.g. <c>signal.decided</c>.</param>
/// <param name="Version">The version after it.</param>
/// <param name="After">Small JSON of what is now.</param>
public sealed record ApiChange(DateTimeOffset At, string By, string Verb, int? Version, string? After)
{
    internal static ApiChange Of(AuditEntry entry) => new(entry.At, entry.ActorName, entry.Verb, entry.Version, entry.After);
}
