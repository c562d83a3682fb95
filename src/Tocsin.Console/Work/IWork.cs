using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Work;

/// <summary>A long job that runs in the background.</summary>
internal interface IWork
{
    WorkKind Kind { get; }

    /// <summary>What of, for people.</summary>
    string Title { get; }

    /// <summary>What was asked for, to be kept as JSON.</summary>
    object Request { get; }

    /// <summary>Does it, on a thread of its own.</summary>
    /// <exception cref="Problem">It cannot be done; told to whoever asked.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    WorkOutcome Run(IProgress<WorkStep> progress, CancellationToken cancel);
}

/// <summary>What came out of a job.</summary>
/// <param name="Result">To be kept as JSON.</param>
/// <param name="Brief">The same in small, for the audit.</param>
internal sealed record WorkOutcome(object Result, object Brief);

/// <summary>How far a job is.</summary>
/// <param name="Stage">In words.</param>
/// <param name="Done">Share in [0, 1]; null when the end is not known.</param>
internal sealed record WorkStep(string Stage, double? Done);
