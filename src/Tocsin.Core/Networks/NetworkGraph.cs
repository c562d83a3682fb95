using Tocsin.Core.Detection;

namespace Tocsin.Core.Networks;

/// <summary>
/// A network as it was found, with all that is needed to look at it again: every tie between its accounts over every trace and
/// window, so that other windows and thresholds can be tried without a scan (<see cref="NetworkMembership"/>), and where each
/// account stands on the canvas. Nodes are numbered by their place in <see cref="Accounts"/>.
/// </summary>
public sealed record NetworkGraph
{
    /// <summary>Members first, strongest first; then the fringe: accounts tied too loosely to count.</summary>
    public required IReadOnlyList<NetworkAccount> Accounts { get; init; }

    /// <summary>What the numbers of traces and windows in <see cref="Evidence"/> mean.</summary>
    public required IReadOnlyList<Trace> Traces { get; init; }

    /// <summary>Sorted by pair, trace, window; <see cref="KindTie.Pair"/> holds node numbers.</summary>
    public required IReadOnlyList<KindTie> Evidence { get; init; }

    /// <summary>Bits at which a tie was significant in the scan.</summary>
    public required double Threshold { get; init; }

    /// <summary>Bits from which on all ties are kept: half the threshold, or more where there were too many (<see cref="TieSelection"/>).</summary>
    public required double Floor { get; init; }

    /// <summary>Ties above half the threshold that are not kept.</summary>
    public int LeftOut { get; init; }

    /// <summary>False when even significant ties are left out: then the members as found cannot be worked out again.</summary>
    public bool IsWhole => Floor <= Threshold;
}

/// <summary>An account in a network, or at its fringe.</summary>
/// <param name="IsMember">False at the fringe.</param>
/// <param name="Bits">Evidence that ties it to the members, in bits.</param>
/// <param name="Stability">Share of other settings under which it stays, in [0, 1]; 0 at the fringe.</param>
/// <param name="Community">Part of the network it belongs to, from 0, the largest first.</param>
/// <param name="Places">Where it stands in each of the layouts.</param>
public sealed record NetworkAccount(
    ulong Key, string Platform, string Id, string? Handle, Role Role, bool IsMember, double Bits, double Stability, int Community = 0, Places Places = default);

/// <summary>Where an account stands, in each layout.</summary>
/// <param name="Free">By forces: who is tied stands together.</param>
/// <param name="Layered">By role: seeders, members, amplifiers, from left to right.</param>
/// <param name="Radial">By evidence: the strongest in the middle.</param>
public readonly record struct Places(Place Free, Place Layered, Place Radial);

/// <summary>A point; a layout lies around (0, 0), at most <see cref="Extent"/> away on each axis.</summary>
public readonly record struct Place(int X, int Y)
{
    public const int Extent = 10_000;
}
