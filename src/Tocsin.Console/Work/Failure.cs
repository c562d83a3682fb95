using Tocsin.Casework;
using Tocsin.Core;
using Tocsin.Core.Events;

namespace Tocsin.Console.Work;

/// <summary>Tells a failure in three parts.</summary>
internal static class Failure
{
    public static Problem Of(Exception error, WorkRun run) => error switch
    {
        Problem problem => problem,
        LakeException => new Problem(error.Message.Split('\n', 2)[0], "the lake", "try again; if it stays, look at the console's log"),
        IOException or UnauthorizedAccessException => new Problem(error.Message, run.Title, "check that the file exists, that it may be read and that the disk is not full"),
        _ => new Problem("something unexpected went wrong", run.Title, "this is a defect in Tocsin; the console's log has the trace"),
    };
}
