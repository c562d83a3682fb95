namespace Tocsin.Console.Layout.Frame;

/// <summary>What the console does in the background, for the top bar.</summary>
internal interface IWorkNow
{
    /// <summary>What runs; null when nothing does.</summary>
    WorkNow? Running { get; }

    /// <summary>How many jobs wait behind it.</summary>
    int Waiting { get; }
}

/// <summary>A job under way.</summary>
/// <param name="IsScan">Else it is an import.</param>
/// <param name="Stage">In words.</param>
/// <param name="Done">Share in [0, 1]; null when the end is not known.</param>
internal sealed record WorkNow(bool IsScan, string Stage, double? Done, TimeSpan? Left);

/// <summary>Where nothing works in the background.</summary>
internal sealed class NoWork : IWorkNow
{
    public WorkNow? Running => null;

    public int Waiting => 0;
}
