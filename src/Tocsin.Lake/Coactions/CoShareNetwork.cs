using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Lake.Coactions;

/// <summary>Whose numbers a network bears.</summary>
public enum CoShareSemantics
{
    /// <summary>Undirected, weight is pairs of rows: see <see cref="PairSemantics"/>.</summary>
    Pair,

    /// <summary>Directed, weight is messages: see <see cref="MessageSemantics"/>.</summary>
    Message,
}

/// <summary>Accounts and what they shared together, ready to be written to a file. Times are microseconds.</summary>
public sealed record CoShareNetwork(AccountNames Accounts, CoShareEdge[] Edges, CoShareSemantics Semantics)
{
    internal const double MicrosecondsPerSecond = 1e6;

    internal static double AverageSeconds(in CoShareEdge edge) => edge.TimeDelta / MicrosecondsPerSecond / edge.Weight;
}
