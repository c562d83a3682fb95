using Tocsin.Casework;
using Tocsin.Console.Screens.Detectors;
using Tocsin.Core.Detection;
using Tocsin.Lake.Acts;

namespace Tocsin.Console.Screens.Home;

/// <summary>What the first screen says.</summary>
/// <param name="Since">What changed since the person was here; null on their first visit.</param>
/// <param name="Worst">The open signals that need attention soonest.</param>
/// <param name="Mine">Given to the person and open.</param>
/// <param name="Waking">Snoozes that end within a day.</param>
/// <param name="Decisions">The latest decisions of everybody that stand.</param>
public sealed record HomeView(
    Changes? Since, IReadOnlyList<RankedSignal> Worst, int Open, IReadOnlyList<SignalState> Mine, IReadOnlyList<SignalState> Held, IReadOnlyList<SignalState> Waking,
    IReadOnlyList<RecentDecision> Decisions, Coverage Coverage, IReadOnlyList<WorkRun> FailedWork, IReadOnlyList<DetectorState> OddDetectors)
{
    /// <summary>Nothing imported yet.</summary>
    public bool IsEmpty => Coverage.Events == 0 && Open == 0;
}

/// <summary>A signal of the ranked list, with what its document adds to the row.</summary>
/// <param name="Reasons">The weightiest, with their shares.</param>
/// <param name="Timeline">Acts of its members over time; null when they are yet to be counted, which the page asks for afterwards.</param>
public sealed record RankedSignal(SignalState State, IReadOnlyList<Reason> Reasons, SignalTimeline? Timeline);

/// <summary>Signals by what happened to them since.</summary>
public sealed record Changes(DateTimeOffset At, long AuditId, long Newest, int Raised, int Grown, int Reopened, int Woken, int DecidedByOthers)
{
    public bool Nothing => Raised + Grown + Reopened + Woken + DecidedByOthers == 0;
}

/// <summary>A decision, with the sentence it was about.</summary>
public sealed record RecentDecision(Disposition Disposition, string Claim);

/// <summary>What the lake holds.</summary>
/// <param name="Newest">Time of the newest event; null when there is none.</param>
/// <param name="Lately">Events over the last 30 days of the data, in equal steps.</param>
public sealed record Coverage(long Events, long Accounts, DateTimeOffset? Newest, IReadOnlyList<double> Lately);

/// <summary>A detector of which something is to be said.</summary>
public sealed record DetectorState(string Detector, DetectorPulse Pulse);
