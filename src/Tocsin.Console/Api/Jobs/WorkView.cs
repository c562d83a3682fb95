using Tocsin.Casework;
using Tocsin.Console.Work;

namespace Tocsin.Console.Api.Jobs;

/// <summary>A scan or an import in the background: who asked for it, how far it is, how it went.</summary>
/// <param name="Title">What of: a range of time, a file's name.</param>
/// <param name="Stage">While it runs: what it does, in words.</param>
/// <param name="Done">While it runs: the share done, in [0, 1]; null when the end is not known.</param>
/// <param name="SecondsLeft">While it runs: at its pace so far.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Result">What came out, once it is done.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record WorkView<T>(
    long Id, WorkState State, string Title, string ById, string ByName, DateTimeOffset Asked, DateTimeOffset? Started, DateTimeOffset? Ended,
    string? Stage, double? Done, double? SecondsLeft, double? Seconds, T? Result, WorkFailure? Failure)
    where T : class
{
    internal static WorkView<T> Of(WorkRun run, WorkEntry? entry) => new(
        run.Id, run.State, run.Title, run.ById, run.ByName, run.Asked, run.Started, run.Ended,
        entry?.Step?.Stage, entry?.Step?.Done, entry?.Left?.TotalSeconds, (run.Ended - run.Started)?.TotalSeconds,
        WorkJson.Read<T>(run.Result), run.What is null ? null : new(run.What, run.Where ?? "", run.Hint ?? ""));
}

/// <summary>Why work failed, in three parts.</summary>
public sealed record WorkFailure(string What, string Where, string Hint);
