using Tocsin.Casework;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;
using Tocsin.Lake.Acts;

namespace Tocsin.Console.Screens.Signals;

/// <summary>All that is said of one signal.</summary>
/// <param name="Groups">Evidence by shared value, the most telling first.</param>
/// <param name="Leaders">Who acts first.</param>
/// <param name="Sketch">The network in small; null when no scan has kept one.</param>
/// <param name="Timeline">Acts of the members over time.</param>
/// <param name="Precision">How often its detector was right so far.</param>
public sealed record SignalView(
    SignalFile File, IReadOnlyList<SharedGroup> Groups, IReadOnlyList<Leader> Leaders, GraphSketch? Sketch, SignalTimeline Timeline, Confidence Confidence,
    Precision Precision, IReadOnlyList<AuditEntry> Audit)
{
    public SignalState State => File.State;

    public Signal Signal => File.Signal;
}
