using Tocsin.Core;
using Tocsin.Core.Events;

namespace Tocsin.Cli.Frame;

/// <summary>Tells a person what went wrong, on standard error, and chooses the exit code.</summary>
internal sealed class Failures(Terminal terminal, bool verbose)
{
    public int Report(UsageProblem problem)
    {
        Write(problem.What, problem.Where, problem.Hint);
        return ExitCode.WrongUse;
    }

    public int Report(Exception e)
    {
        switch (e)
        {
            case OperationCanceledException:
                terminal.Error.WriteLine("cancelled");
                return ExitCode.Cancelled;
            case WrongUse wrong:
                return Report(wrong.Problem);
            case Problem problem:
                Write(problem.What, problem.Where, problem.Hint);
                break;
            case LakeException:
                terminal.Error.WriteLine($"error: {e.Message}");
                break;
            case IOException or UnauthorizedAccessException:
                Write(e.Message, "reading or writing a file", "check that the path exists, that you may use it and that the disk is not full");
                break;
            default:
                Write(FirstLine(e.Message), e.GetType().Name, "this is a defect in Tocsin; run again with --verbose and report the trace");
                break;
        }
        if (verbose) terminal.Error.WriteLine(e);
        return ExitCode.Failed;
    }

    private void Write(string what, string where, string hint)
    {
        terminal.Error.WriteLine($"error: {what}");
        terminal.Error.WriteLine($"  where: {where}");
        terminal.Error.WriteLine($"  hint:  {hint}");
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
