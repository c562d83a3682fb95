namespace Tocsin.Cli.Frame;

/// <summary>What scripts can rely on.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    /// <summary>Done, but some input was rejected; the command said where it lies.</summary>
    public const int SomeRejected = 3;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT, as shells count).</summary>
    public const int Cancelled = 130;
}
